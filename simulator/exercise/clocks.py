"""By when each audience is owed its next update: by its clock in the doctrine, or by what it was promised."""

from collections.abc import Callable, Collection, Iterator

from simulator.domain.doctrine import Doctrine, UpdateState
from simulator.domain.duration import MINUTE
from simulator.exercise.board import Board

AHEAD = 3 * MINUTE
"""So long before an update is due there is time to write it, or to have it written (assumption)."""


def due_for(board: Board, doctrine: Doctrine, audience: str) -> int | None:
    """The second by which an audience is owed its next update; None when its clock does not run."""
    clock = doctrine.clocks.get(audience)
    if clock is None or board.declared is None or board.resolved is not None:
        return None
    heard = board.heard.get(audience)
    if heard is None:
        return _deadline(board, doctrine, board.declared, clock.first.get)
    state, elapsed = board.states[audience], heard - board.declared
    then = _deadline(board, doctrine, heard, lambda severity: clock.again(severity, state, elapsed))
    dues = (board.promised.get(audience), then)
    return min((due for due in dues if due is not None), default=None)


def _deadline(board: Board, doctrine: Doctrine, since: int, limit: Callable[[str], int | None]) -> int | None:
    """The deadline of a clock started at `since`, as the marks have it (`simulator.scoring.clocks`).

    Each severity counts while it held: a rise brings the deadline nearer from the rise on, and never into
    the past; after a fall the longer limit counts from the start of the clock.
    """
    last, severity = board.severities[-1]
    if last <= since:
        only = limit(severity)
        return None if only is None else since + only
    due: int | None = None
    stretches = [*_stretches(board)]
    for before, (begins, ends, severity) in zip((None, *stretches), stretches, strict=False):
        if ends < since or (due is not None and begins > due):
            continue
        allowed = limit(severity)
        if allowed is None:
            due = None
            continue
        rose = before is not None and begins > since and doctrine.rank(severity) < doctrine.rank(before[2])
        candidate = (begins if begins > since and (rose or due is None) else since) + allowed
        due = min(due, candidate) if rose and due is not None else candidate
    return due


def _stretches(board: Board) -> Iterator[tuple[int, int, str]]:
    """From when to when each severity held; the last one to this second."""
    ends = (*(at for at, _ in board.severities[1:]), board.now)
    for (begins, severity), end in zip(board.severities, ends, strict=True):
        yield begins, end, severity


def cadence(board: Board, doctrine: Doctrine, audience: str, state: UpdateState, at: int) -> int | None:
    """Seconds the doctrine allows after an update in a state, sent at a second.

    None when it asks for no further one.
    """
    elapsed = at - (board.declared or 0)
    return doctrine.clocks[audience].again(board.severity, state, elapsed)


def being_written(board: Board) -> frozenset[str]:
    """The audiences whose next update somebody has in hand."""
    return frozenset(work.subject for work in board.work.values() if work.what == "write")


def falling_due(board: Board, doctrine: Doctrine, after: int, but: Collection[str] = ()) -> Iterator[int]:
    """The seconds to come at which an update or a notice that the law asks for falls due, but to some."""
    clocked = ((audience, due_for(board, doctrine, audience)) for audience in doctrine.clocks)
    owed = () if board.resolved is not None else (*board.promised.items(), *board.notices.items())
    dues = (due for audience, due in (*clocked, *owed) if audience not in but)
    return (due for due in dues if due is not None and due > after)
