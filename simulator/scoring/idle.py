"""Idle stretches: customers were known to be failing, somebody could act, and nothing was under way."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import Paged, PageUnanswered, TaskEnded, TaskGiven, TaskStarted
from simulator.scoring.case import Case

WORK = ("investigate", "check", "change", "prepare", "verify", "revert")
"""Work that moves an incident forward; talking and writing do not stop the clock."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Seconds in which nothing was under way."""

    since: int
    until: int

    @property
    def seconds(self) -> int:
        """How long it was."""
        return self.until - self.since


def able(case: Case) -> int | None:
    """The second from which the response could act: someone had joined, or should have been called."""
    joined = case.joined.at if case.joined is not None else None
    return min((at for at in (joined, case.declaration_due) if at is not None), default=None)


def idle(case: Case) -> tuple[Stretch, ...]:
    """The stretches without any work while customers were known to be failing, in order."""
    begins = able(case)
    if begins is None:
        return ()
    return tuple(_affected(case, _gaps(sorted(_work(case)), begins, case.over)))


def busy(case: Case, at: int, before: int) -> bool:
    """Whether something begun on an earlier line was under way at a second."""
    return any(since <= at < until and line < before for since, until, line in _numbered(case))


def lost(case: Case, stretch: Stretch, free: float) -> float:
    """Customer-minutes that passed in a stretch after the first `free` seconds, as dashboards showed them."""
    begins = stretch.since + round(free)
    steps = range(begins, stretch.until, MINUTE)
    return sum((case.known_failing(at) or 0) * min(MINUTE, stretch.until - at) / MINUTE for at in steps)


def _work(case: Case) -> Iterator[tuple[int, int]]:
    return ((since, until) for since, until, _ in _numbered(case))


def _numbered(case: Case) -> Iterator[tuple[int, int, int]]:
    """Everything under way: from, until, and the line that began it."""
    for attempt in case.attempts:
        yield from _attempted(case, attempt)
    yield from _tasks(case)
    yield from _called(case)


def _called(case: Case) -> Iterator[tuple[int, int, int]]:
    """The wait for the first responder, once somebody was paged."""
    for entry, page in each(case.seen, Paged):
        given_up = (e.at for e, missed in each(case.seen, PageUnanswered) if missed.person == page.person)
        until = min((at for at in given_up if at >= entry.at), default=case.end)
        yield entry.at, min(until, case.joined.at if case.joined else case.end), entry.number


def _attempted(case: Case, attempt: Attempt) -> Iterator[tuple[int, int, int]]:
    """A change from its order to the second at which its signal can show it, its watches, its undoing."""
    change = case.change(attempt)
    patience = round(case.doctrine.threshold("decide within"))
    if attempt.started is None:
        yield attempt.ordered, attempt.failed or attempt.ordered + patience, attempt.order
    else:
        shown = attempt.failed or (
            attempt.done + (case.lag(change) if change else 0) if attempt.done else case.end
        )
        yield attempt.ordered, shown, attempt.order
    for watch in attempt.verifications:
        yield watch.began, watch.began + watch.window if watch.at is None else watch.at, attempt.order
    if attempt.reverting is not None:
        yield attempt.reverting, attempt.reverted or case.end, attempt.order


def _tasks(case: Case) -> Iterator[tuple[int, int, int]]:
    """Work given out: until it ended, or as long as one waits for someone to take it up."""
    patience = round(case.doctrine.threshold("decide within"))
    begun = {task.task for _, task in each(case.seen, TaskStarted)}
    ended = {task.task: entry.at for entry, task in each(case.seen, TaskEnded)}
    for entry, task in each(case.seen, TaskGiven):
        if task.what in WORK:
            unless = case.end if task.task in begun else min(case.end, entry.at + patience)
            yield entry.at, ended.get(task.task, unless), entry.number


def _gaps(work: list[tuple[int, int]], begins: int, ends: int) -> Iterator[Stretch]:
    free = begins
    for since, until in work:
        if since > free:
            yield Stretch(free, min(since, ends))
        free = max(free, until)
        if free >= ends:
            return
    if free < ends:
        yield Stretch(free, ends)


def _affected(case: Case, gaps: Iterator[Stretch]) -> Iterator[Stretch]:
    """The parts of the gaps in which customers were known to be failing."""
    turns = sorted({t + case.view_lag for step in case.impact for t in (step.at, step.until)})
    for gap in gaps:
        if gap.seconds > 0:
            inner = turns[bisect_right(turns, gap.since) : bisect_right(turns, gap.until - 1)]
            yield from _joined(case, [gap.since, *inner, gap.until])


def _joined(case: Case, cuts: list[int]) -> Iterator[Stretch]:
    since: int | None = None
    for cut in cuts[:-1]:
        if case.affected(cut):
            since = cut if since is None else since
        elif since is not None:
            yield Stretch(since, cut)
            since = None
    if since is not None:
        yield Stretch(since, cuts[-1])
