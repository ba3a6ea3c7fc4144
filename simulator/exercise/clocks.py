"""By when each audience is owed its next update: by its clock in the doctrine, or by what it was promised."""

from collections.abc import Iterator

from simulator.domain.doctrine import Doctrine, UpdateState
from simulator.exercise.board import Board


def due_for(board: Board, doctrine: Doctrine, audience: str) -> int | None:
    """The second by which an audience is owed its next update; None when its clock does not run."""
    clock = doctrine.clocks.get(audience)
    if clock is None or board.declared is None or board.resolved is not None:
        return None
    heard = board.heard.get(audience)
    if heard is None:
        first = clock.first.get(board.severity)
        return None if first is None else board.declared + first
    then = cadence(board, doctrine, audience, board.states[audience], heard)
    dues = (board.promised.get(audience), None if then is None else heard + then)
    return min((due for due in dues if due is not None), default=None)


def cadence(board: Board, doctrine: Doctrine, audience: str, state: UpdateState, at: int) -> int | None:
    """Seconds the doctrine allows after an update in a state, sent at a second.

    None when it asks for no further one.
    """
    elapsed = at - (board.declared or 0)
    return doctrine.clocks[audience].again(board.severity, state, elapsed)


def falling_due(board: Board, doctrine: Doctrine, after: int) -> Iterator[int]:
    """The seconds to come at which an update or a notice that the law asks for falls due."""
    clocked = (due_for(board, doctrine, audience) for audience in doctrine.clocks)
    owed = () if board.resolved is not None else (*board.promised.values(), *board.notices.values())
    return (due for due in (*clocked, *owed) if due is not None and due > after)
