"""Every player there is: those that outages are tried out with, the optimum, the flawed and the cheats."""

from simulator.exercise.players.cheats import CHEATS
from simulator.exercise.players.flaws import FLAWS
from simulator.exercise.players.optimum import Optimum
from simulator.exercise.players.play import Player
from simulator.exercise.players.roster import PLAYERS

_OTHERS: tuple[type[Player], ...] = (Optimum, *FLAWS, *CHEATS)

EVERYONE: dict[str, type[Player]] = {**PLAYERS, **{player.name: player for player in _OTHERS}}
"""Every player program by name."""
