"""Every player program, in the order in which they are told."""

from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.cheapest_first import CheapestFirst
from simulator.exercise.players.idle import Idle
from simulator.exercise.players.likeliest_first import LikeliestFirst
from simulator.exercise.players.memorised import Memorised
from simulator.exercise.players.one_habit import Restarter, RollBackEverything
from simulator.exercise.players.play import Player
from simulator.exercise.players.random_words import RandomWords
from simulator.exercise.players.shotgun import Shotgun
from simulator.exercise.players.systematic import Systematic

ROSTER: tuple[type[Player], ...] = (
    ByTheBook, LikeliestFirst, CheapestFirst, Shotgun, Restarter, RollBackEverything, Memorised, Systematic,
    RandomWords, Idle,
)  # fmt: skip
"""The player programs."""
PLAYERS: dict[str, type[Player]] = {player.name: player for player in ROSTER}
"""The player programs by name."""
USUAL: tuple[str, ...] = tuple(
    name for name in PLAYERS if name not in (Restarter.name, RollBackEverything.name)
)
"""The player programs that outages are tried out with unless others are named.

The two with one habit say nothing of an outage that the others do not: nothing is reached by them alone,
neither difficulty nor solvability asks for them, and playing on to the end takes a quarter of all the time.
"""
