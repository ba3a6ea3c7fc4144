"""The gauntlet: the judge is tested by players with one flaw, by good ones, by cheats and by noise."""

from simulator.library.gauntlet.gates import Missed, missed, nowhere
from simulator.library.gauntlet.matrix import Row, matrix
from simulator.library.gauntlet.record import as_record
from simulator.library.gauntlet.running import Gauntlet, plays, run_gauntlet
from simulator.library.gauntlet.telling import tell, tell_nowhere, tell_pooled

__all__ = [
    "Gauntlet", "Missed", "Row", "as_record", "matrix", "missed", "nowhere", "plays", "run_gauntlet", "tell",
    "tell_nowhere", "tell_pooled",
]  # fmt: skip
