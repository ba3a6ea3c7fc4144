"""Turn-based time: after each command time goes on until the seat is free again, or has waited enough.

Who waits for news is woken when an update falls due, and before, while there is time to write it; who skips
what is quiet, a while before.
"""

from collections.abc import Iterator
from functools import cached_property

from simulator.domain.command import Skip, Wait
from simulator.domain.duration import HOUR
from simulator.domain.entry import Entry
from simulator.domain.fact import (
    AlertCleared,
    ChangePrepared,
    ChangeReverted,
    CommandHanded,
    CustomersReported,
    Joined,
    NobodyObjected,
    StakeholderAsked,
)
from simulator.domain.messages import MESSAGES
from simulator.domain.seats import RELIEVED
from simulator.exercise.clocks import AHEAD, being_written, falling_due
from simulator.exercise.exercise import Exercise, may_see
from simulator.exercise.receipt import Receipt

NEWS = (
    *MESSAGES,
    AlertCleared,
    ChangePrepared,
    ChangeReverted,
    CommandHanded,
    Joined,
    NobodyObjected,
)
"""What ends a wait for news."""
AT_MOST = 600
"""Nobody who says no more than `wait` waits longer than this for news (seconds)."""
SKIPS_AT_MOST = 8 * HOUR
"""Nobody who says no more than `skip` skips more than this."""
LONG = 10**9


def take_turn(exercise: Exercise, seat: str, text: str) -> Receipt:
    """Say something and let time run until the seat can speak again. `wait` alone waits for news."""
    receipt = exercise.submit(seat, text)
    follow(exercise, receipt)
    return receipt


def passes_time(receipt: Receipt) -> bool:
    """Whether all that was said is to let time pass."""
    return isinstance(receipt.command, Wait | Skip)


def follow(exercise: Exercise, receipt: Receipt) -> None:
    """Let time run as the turn asks; resuming a recording does this after its last command."""
    match receipt:
        case Receipt(status="done", command=Skip(at_most=most)):
            _until(exercise, receipt.at + (most or SKIPS_AT_MOST), _Quiet(exercise, receipt))
        case Receipt(status="done", command=Wait() as wait) if _for_news(wait):
            _until(exercise, _latest(receipt, wait), _Quiet(exercise, receipt, news_only=True))
        case _ if receipt.until > exercise.now:
            exercise.tick(receipt.until)


def _for_news(wait: Wait) -> bool:
    return wait.until_news or (not wait.seconds and wait.clock is None)


def _latest(receipt: Receipt, wait: Wait) -> int:
    if wait.clock is not None or wait.seconds:
        return receipt.until
    return receipt.at + (SKIPS_AT_MOST if wait.until_news else AT_MOST)


class _Quiet:
    """Whether it is still quiet: nothing new was heard, and nothing that skipping must not miss is due.

    Who skips hours does not want to be told each time that more customers have written in, or that the same
    people still wait.
    """

    def __init__(self, exercise: Exercise, receipt: Receipt, news_only: bool = False) -> None:
        self._exercise = exercise
        self._seat = receipt.seat
        self._begun = self._heard = len(exercise.entries)
        self._news_only = news_only
        dues = _fallen(exercise, receipt) if news_only else _dues(exercise, receipt.seat)
        self.due = min((due for due in dues if due > exercise.now), default=LONG)

    def broken(self) -> bool:
        """Whether something came since last asked that ends it."""
        entries = self._exercise.entries
        fresh, self._heard = entries[self._heard :], len(entries)
        return any(self._is_news(entry) for entry in fresh)

    def _is_news(self, entry: Entry) -> bool:
        if not isinstance(entry.fact, NEWS) or not may_see(entry, self._seat):
            return False
        return self._news_only or not self._repeats(entry)

    @cached_property
    def _asked(self) -> set[tuple[str, int]]:
        """The silences that somebody has complained of before it began."""
        before = self._exercise.entries[: self._begun]
        return {_silence(entry) for entry in before if isinstance(entry.fact, StakeholderAsked)}

    def _repeats(self, entry: Entry) -> bool:
        if isinstance(entry.fact, StakeholderAsked):
            before = _silence(entry) in self._asked
            self._asked.add(_silence(entry))
            return before
        return isinstance(entry.fact, CustomersReported)


def _silence(entry: Entry) -> tuple[str, int]:
    """Whose silence an entry complains of, and since when."""
    fact = entry.fact
    return (fact.who, entry.at - fact.silence) if isinstance(fact, StakeholderAsked) else ("", entry.at)


def _fallen(exercise: Exercise, receipt: Receipt) -> Iterator[int]:
    """The seconds at which something will have fallen due, as a clock on the wall would say.

    Who says no more than `wait` is woken before too, while what nobody writes yet can be out in time.
    """
    board, wait = exercise.board(receipt.seat), receipt.command
    yield from (due + 1 for due in falling_due(board, exercise.doctrine, exercise.now))
    if receipt.seat != RELIEVED and isinstance(wait, Wait) and not wait.until_news:
        unwritten = falling_due(board, exercise.doctrine, exercise.now, but=being_written(board))
        yield from (due - AHEAD for due in unwritten)


def _dues(exercise: Exercise, seat: str) -> Iterator[int]:
    """The seconds to come at which an update, a legal clock or a time-box is about to fall due."""
    board = exercise.board(seat)
    clocked = () if seat == RELIEVED else falling_due(board, exercise.doctrine, exercise.now)
    for due in (*clocked, *board.promised.values(), *board.notices.values()):
        yield due - AHEAD if due - AHEAD > exercise.now else due
    for work in board.work.values():
        if work.within:
            yield work.began + work.within
    for stream in board.workstreams.values():
        if stream.within:
            yield stream.since + stream.within


def _until(exercise: Exercise, latest: int, quiet: _Quiet) -> None:
    """Let time run from one event of the world to the next until it is no longer quiet."""
    end = min(latest, quiet.due)
    while not exercise.over and exercise.now < end:
        exercise.tick(min(end, max(exercise.now, exercise.upcoming) + 1))
        if quiet.broken():
            return
