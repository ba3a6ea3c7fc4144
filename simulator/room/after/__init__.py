"""After the exercise: what observers saw, the replay, deciding again, teams side by side, the talk."""
