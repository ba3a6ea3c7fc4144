"""What the call is at, in a few words: it follows from what is done, and nobody has to say it."""

from collections.abc import Sequence

from simulator.domain.entry import Entry, each
from simulator.domain.fact import LOOKS, TaskGiven
from simulator.exercise.board import Board

DARK = "the dashboards do not load"


def stage(board: Board, seen: Sequence[Entry], relapse: Sequence[str] = ()) -> str:
    """What the call is at, empty before anything was declared; `seen` is what came so far.

    Once something was to be found out it is not sized up any more, though nobody looks just then. What was
    called mitigated, and fails again by some `relapse`, is said to.
    """
    called = "resolved" if board.resolved is not None else "mitigated" if board.mitigated is not None else ""
    if called:
        return f"{called}, and failing again" if relapse else called
    if not board.severity:
        return ""
    return _changing(board) or ("finding out" if _looked(board, seen) else "triage")


def fails_again(board: Board, went_dark: bool) -> tuple[str, ...]:
    """By what anybody sees that it fails again: alerts that fired since it was called mitigated or resolved.

    It is seen also by dashboards that `went_dark` since, though no alert has fired yet.
    """
    called = max((at for at in (board.mitigated, board.resolved) if at is not None), default=None)
    if called is None:
        return ()
    fired = tuple(name for name, since in board.alerts.items() if since > called)
    return (*fired, DARK) if went_dark else fired


def _changing(board: Board) -> str:
    """What is done about changes that nobody has told the effect of yet."""
    open_ = board.open_changes
    if any(watch.fact is None for change in open_ for watch in change.verifications):
        return "watching a change"
    if any(change.done is None for change in open_):
        return "making a change"
    return "change not verified" if open_ else ""


def _looked(board: Board, seen: Sequence[Entry]) -> bool:
    return bool(board.clues) or any(fact.what in LOOKS for _, fact in each(seen, TaskGiven))
