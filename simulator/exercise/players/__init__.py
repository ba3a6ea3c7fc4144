"""Player programs: they type commands like anyone, and know no more than a seat may know."""

from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.foresight import best_possible
from simulator.exercise.players.idle import Idle
from simulator.exercise.players.memorised import cure_of
from simulator.exercise.players.play import Player, play
from simulator.exercise.players.random_words import RandomWords
from simulator.exercise.players.roster import PLAYERS, ROSTER, USUAL
from simulator.exercise.players.systematic import Systematic

__all__ = [
    "PLAYERS", "ROSTER", "USUAL", "ByTheBook", "Idle", "Player", "RandomWords", "Systematic", "best_possible",
    "cure_of", "play",
]  # fmt: skip
