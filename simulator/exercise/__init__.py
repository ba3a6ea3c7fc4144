"""One run of a scenario: commands in, entries out; recorded, replayed, varied, and played by programs."""

from simulator.exercise.board import Board, Stream, Work, board_of
from simulator.exercise.exercise import Exercise, may_see
from simulator.exercise.many import expect_many
from simulator.exercise.reading import Damage, Read, read_recording
from simulator.exercise.receipt import Receipt
from simulator.exercise.recording import Header, Line, Parent, Recording, spell, spell_header
from simulator.exercise.replay import Difference, Replay, give, replay
from simulator.exercise.turns import follow, passes_time, take_turn
from simulator.exercise.whatif import Departure, Mode, left_out, what_if

__all__ = [
    "Board", "Damage", "Departure", "Difference", "Exercise", "Header", "Line", "Mode",
    "Parent", "Read", "Receipt", "Recording", "Replay", "Stream", "Work", "board_of",
    "expect_many", "follow", "give", "left_out", "may_see", "passes_time", "read_recording", "replay",
    "spell", "spell_header", "take_turn", "what_if",
]  # fmt: skip
