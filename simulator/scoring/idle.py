"""Idle stretches: customers were known to be failing, somebody could act, and nothing was under way.

Who waits until the slowest dashboard shows what the quickest do, that all are well, is not idle. In a drill
nobody could act before the take-over.
"""

from bisect import bisect_right
from collections.abc import Iterator

from simulator.domain.drill import taken_over
from simulator.domain.value import Value
from simulator.scoring.calls import called
from simulator.scoring.case import Case
from simulator.scoring.work import Work, changing, looking, made_ready


class Stretch(Value):
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
    first = min((at for at in (joined, case.declaration_due) if at is not None), default=None)
    begun = taken_over(case.entries) if case.scenario.drill else None
    return first if first is None or begun is None else max(first, begun.at)


def idle(case: Case) -> tuple[Stretch, ...]:
    """The stretches without any work while customers were known to be failing, in order."""
    begins = able(case)
    if begins is None:
        return ()
    every = (*changing(case), *looking(case), *made_ready(case), *called(case))
    work = sorted(every, key=lambda one: one.since)
    return tuple(_affected(case, _gaps(work, begins, case.over)))


def _gaps(work: list[Work], begins: int, ends: int) -> Iterator[Stretch]:
    free = begins
    for one in work:
        if one.since > free:
            yield Stretch(free, min(one.since, ends))
        free = max(free, one.until)
        if free >= ends:
            return
    if free < ends:
        yield Stretch(free, ends)


def _affected(case: Case, gaps: Iterator[Stretch]) -> Iterator[Stretch]:
    """The parts of the gaps in which customers were known to be failing."""
    turns = case.turns
    for gap in gaps:
        if gap.seconds > 0:
            inner = turns[bisect_right(turns, gap.since) : bisect_right(turns, gap.until - 1)]
            yield from _joined(case, [gap.since, *inner, gap.until])


def _joined(case: Case, cuts: list[int]) -> Iterator[Stretch]:
    since: int | None = None
    for cut in cuts[:-1]:
        if case.affected(cut) and not case.seems_well(cut):
            since = cut if since is None else since
        elif since is not None:
            yield Stretch(since, cut)
            since = None
    if since is not None:
        yield Stretch(since, cuts[-1])
