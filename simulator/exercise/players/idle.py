"""The player that does nothing at all: what the outage costs when nobody leads."""

from typing import ClassVar

from simulator.exercise.exercise import Exercise


class Idle:
    """Waits for the end."""

    name: ClassVar[str] = "idle"

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed

    def says(self, exercise: Exercise) -> str:
        """Only ever to wait."""
        return "wait 30m"
