"""Player programs: they type commands like anyone, and know no more than a seat may know."""

from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.foresight import best_possible
from simulator.exercise.players.idle import Idle
from simulator.exercise.players.play import Player, play
from simulator.exercise.players.random_words import RandomWords

PLAYERS: dict[str, type[Player]] = {"idle": Idle, "by-the-book": ByTheBook, "random": RandomWords}
"""The player programs by name."""

__all__ = ["PLAYERS", "ByTheBook", "Idle", "Player", "RandomWords", "best_possible", "play"]
