"""What the call is at, in a few words: it follows from what is done, and nobody has to say it."""

from collections.abc import Sequence

from simulator.domain.entry import Entry, each
from simulator.domain.fact import TaskGiven
from simulator.exercise.board import Board

OFTEN = ("investigate", "check")
"""Kinds of work by which one finds out."""


def stage(board: Board, seen: Sequence[Entry]) -> str:
    """What the call is at, empty before anything was declared; `seen` is what came so far.

    Once something was to be found out it is not sized up any more, though nobody looks just then.
    """
    if not board.severity:
        return ""
    if board.resolved is not None:
        return "resolved"
    if board.mitigated is not None:
        return "mitigated"
    return _changing(board) or ("finding out" if _looked(board, seen) else "triage")


def _changing(board: Board) -> str:
    """What is done about changes that nobody has told the effect of yet."""
    open_ = board.open_changes
    if any(watch.fact is None for change in open_ for watch in change.verifications):
        return "watching a change"
    if any(change.done is None for change in open_):
        return "making a change"
    return "change not verified" if open_ else ""


def _looked(board: Board, seen: Sequence[Entry]) -> bool:
    return bool(board.clues) or any(fact.what in OFTEN for _, fact in each(seen, TaskGiven))
