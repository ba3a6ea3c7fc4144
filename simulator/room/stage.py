"""What the call is at, in a few words: it follows from what is done, and nobody has to say it."""

from simulator.exercise.board import Board

OFTEN = ("investigate", "check")
"""Kinds of work by which one finds out."""


def stage(board: Board) -> str:
    """What the call is at, empty before anything was declared."""
    if not board.severity:
        return ""
    if board.resolved is not None:
        return "resolved"
    if board.mitigated is not None:
        return "mitigated"
    return _changing(board) or ("finding out" if _looked(board) else "triage")


def _changing(board: Board) -> str:
    """What is done about changes that nobody has told the effect of yet."""
    open_ = board.open_changes
    if any(watch.fact is None for change in open_ for watch in change.verifications):
        return "watching a change"
    if any(change.done is None for change in open_):
        return "making a change"
    return "change not verified" if open_ else ""


def _looked(board: Board) -> bool:
    return bool(board.clues) or any(each.what in OFTEN for each in board.work.values())
