"""Trying an outage out: every player on many seeds, what was never reached, and how hard it came out."""

from simulator.library.trying.coverage import Coverage, Covered, cover
from simulator.library.trying.difficulty import Difficulty, difficulty
from simulator.library.trying.record import as_record
from simulator.library.trying.solved import CauseSolved, solve
from simulator.library.trying.standing import Standing, standings
from simulator.library.trying.sweep import Sweep, sweep
from simulator.library.trying.telling import tell
from simulator.library.trying.transcripts import write_transcripts
from simulator.library.trying.trial import Trial, trial

__all__ = [
    "CauseSolved", "Coverage", "Covered", "Difficulty", "Standing", "Sweep", "Trial", "as_record", "cover",
    "difficulty", "solve", "standings", "sweep", "tell", "trial", "write_transcripts",
]  # fmt: skip
