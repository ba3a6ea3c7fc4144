"""Turn-based time: after each command time goes on until the seat is free again, or has waited enough.

Who waits for news is woken when an update falls due, and before, while there is time to write it; who skips
what is quiet, a while before.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from simulator.domain.command import Skip, Wait
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import Entry
from simulator.domain.fact import CustomersReported, StakeholderAsked
from simulator.domain.messages import NEWS
from simulator.domain.seats import RELIEVED
from simulator.exercise.board import Board
from simulator.exercise.clocks import AHEAD, being_written
from simulator.exercise.dues import owing
from simulator.exercise.exercise import Exercise, may_see
from simulator.exercise.receipt import Receipt
from simulator.exercise.sight import Sight

AT_MOST = 10 * MINUTE
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
            _until(exercise, _latest(receipt, wait), _Quiet(exercise, receipt))
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

    def __init__(self, exercise: Exercise, receipt: Receipt) -> None:
        said = receipt.command
        self._exercise = exercise
        self._seat = receipt.seat
        self._since = exercise.now
        self._begun = self._heard = len(exercise.entries)
        self._skips = isinstance(said, Skip)
        self._ahead = not (isinstance(said, Wait) and said.until_news)
        self.due = self._next(self._stops())

    def broken(self) -> bool:
        """Whether something came since last asked that ends it."""
        entries = self._exercise.entries
        fresh, self._heard = entries[self._heard :], len(entries)
        return any(self._is_news(entry) for entry in fresh)

    def ripe(self) -> bool:
        """Whether something is due now; what was seen to meanwhile is not, and the next is waited for."""
        if self._exercise.now < self.due:
            return False
        stops = self._stops()
        ended = self.due in stops
        self.due = self.due if ended else self._next(stops)
        return ended

    def _stops(self) -> frozenset[int]:
        """The seconds at which what is owed ends it, and for who skips a time-box does."""
        sight = Sight(self._exercise, self._seat)
        boxes = _time_boxes(sight.board) if self._skips else ()
        return frozenset((*_owed(sight, self._since, self._ahead), *boxes))

    def _next(self, stops: Iterable[int]) -> int:
        return min((stop for stop in stops if stop > self._exercise.now), default=LONG)

    def _is_news(self, entry: Entry) -> bool:
        if not isinstance(entry.fact, NEWS) or not may_see(entry, self._seat):
            return False
        return not self._skips or not self._repeats(entry)

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


def _owed(sight: Sight, since: int, ahead: bool) -> Iterator[int]:
    """The seconds after `since` at which something has fallen due, as the status line says; nothing twice.

    `ahead` of that too, while what nobody writes yet can be out in time. Who is relieved owes nothing.
    """
    written = being_written(sight.board)
    for due in owing(sight) if sight.seat != RELIEVED else ():
        if ahead and due.audience not in written and due.at - AHEAD > since:
            yield due.at - AHEAD
        if due.at >= since:
            yield due.at + 1


def _time_boxes(board: Board) -> Iterator[int]:
    """The seconds at which the time for a look or a workstream is over."""
    for work in board.work.values():
        if work.within:
            yield work.began + work.within
    for stream in board.workstreams.values():
        if stream.within:
            yield stream.since + stream.within


def _until(exercise: Exercise, latest: int, quiet: _Quiet) -> None:
    """Let time run from one event of the world to the next until it is no longer quiet."""
    while not exercise.over and exercise.now < latest:
        end = min(latest, quiet.due)
        exercise.tick(min(end, max(exercise.now, exercise.upcoming) + 1))
        if quiet.broken() or quiet.ripe():
            return
