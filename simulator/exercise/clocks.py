"""By when each audience is owed its next update: by its clock in the doctrine, or by what it was promised."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from simulator.domain.deadline import begins, deadline, declaration_due
from simulator.domain.doctrine import Clock, Doctrine, UpdateState
from simulator.domain.duration import MINUTE
from simulator.exercise.board import Board

AHEAD = 3 * MINUTE
"""So long before an update is due there is time to write it, or to have it written (assumption)."""


class Held(NamedTuple):
    """A severity with the seconds from and up to which it held, as the seat knows it."""

    severity: str
    since: int
    until: int


def dues_of(board: Board, doctrine: Doctrine, now: int) -> Mapping[str, int]:
    """The second by which each audience is owed its next update, without those whose clock does not run.

    They are those of the marks, except at a severity that is too minor to tell anybody: whether it is taken
    as a higher one hangs on how many customers fail, and what is right to declare is left to the seat.
    """
    since = began(board, doctrine)
    if since is None or board.resolved is not None:
        return {}
    owed = _Owed(board, doctrine, since, now)
    dues = ((name, owed.due(name, clock)) for name, clock in doctrine.clocks.items())
    return {audience: due for audience, due in dues if due is not None}


class _Owed(NamedTuple):
    """What a seat goes by: its board and doctrine, since when the clocks run, and the second it is."""

    board: Board
    doctrine: Doctrine
    began: int
    now: int

    def due(self, audience: str, clock: Clock) -> int | None:
        """The second by which an audience is owed an update; None while its clock does not run."""
        heard = self.board.heard.get(audience)
        if heard is None:
            return self._deadline(self.began, clock.first.get)
        state, elapsed = self.board.states[audience], heard - self.began
        then = self._deadline(heard, lambda severity: clock.again(severity, state, elapsed))
        promised = self.board.promised.get(audience)
        return then if promised is None else promised if then is None else min(promised, then)

    def _deadline(self, since: int, limit: Callable[[str], int | None]) -> int | None:
        last, severity = self.board.severities[-1]
        if last <= since:  # as mostly: nothing changed while the clock ran
            only = limit(severity)
            return None if only is None else since + only
        due = deadline(self._held(), self.doctrine.rank, limit, since, self.now)
        return None if due is None else due[0]

    def _held(self) -> tuple[Held, ...]:
        """The severities that held, the first from when the clocks began, the last one to this second."""
        severities = self.board.severities
        starts = (self.began, *(at for at, _ in severities[1:]))
        held = zip(severities, starts, (*starts[1:], self.now), strict=True)
        return tuple(Held(severity, since, until) for (_, severity), since, until in held)


def began(board: Board, doctrine: Doctrine) -> int | None:
    """The second from which the clocks run; None before the declaration."""
    if board.declared is None:
        return None
    return begins(board.declared, None if board.evident is None else declaration_due(board.evident, doctrine))


def cadence(board: Board, doctrine: Doctrine, audience: str, state: UpdateState, at: int) -> int | None:
    """Seconds the doctrine allows after an update in a state, sent at a second.

    None when it asks for no further one.
    """
    elapsed = at - (began(board, doctrine) or 0)
    return doctrine.clocks[audience].again(board.severity, state, elapsed)


def being_written(board: Board) -> frozenset[str]:
    """The audiences whose next update somebody has in hand."""
    return frozenset(work.subject for work in board.work.values() if work.what == "write")
