"""The ledger as rows: since when each fact was so, since when it could be known, and by which line."""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import HELPED, ImpactChanged, Verified, WorkLost
from simulator.domain.value import Value
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.ledger import cause, customers, safety
from simulator.scoring.words import percent


class Row(Value):
    """One fact. `true` is the second from which it was really so, None when the timeline does not tell or it
    never was; `known` the second from which the seat could know it, None for never; `line` is what told it,
    0 where only the dashboards did.
    """

    fact: str
    true: int | None
    known: int | None
    line: int


def rows(case: Case) -> tuple[Row, ...]:
    """Every fact that an update may have claimed, in the order in which it could be known."""
    found = [*_journeys(case), *_found(case), *_effects(case), *_well(case), *_lost(case)]
    return tuple(sorted(found, key=lambda row: (row.known is None, row.known or 0, row.fact)))


def _journeys(case: Case) -> Iterator[Row]:
    for journey in case.organisation.journeys:
        began = customers.began(case, journey)
        if began is not None:
            yield Row(f"'{journey}' fails", began, customers.first_known(case, journey), 0)


def _found(case: Case) -> Iterator[Row]:
    """The cause, from the line after which it could be said."""
    for entry in cause.bearing(case):
        thought = cause.suspected(case, entry.number + 1)
        if thought and thought.known:
            line = entry.number if isinstance(entry.fact, cause.BEARING) else 0
            likely = f"the cause is {thought.ranked[0][0]}, {percent(thought.best)} likely"
            yield Row(likely, None, entry.at, line)
            return


def _effects(case: Case) -> Iterator[Row]:
    seen = (e for e, fact in each(case.seen, Verified) if fact.result in HELPED)
    first = next(seen, None)
    if first is not None and isinstance(first.fact, Verified):
        yield Row(f"'{first.fact.change}' helps", None, first.at, first.number)


def _well(case: Case) -> Iterator[Row]:
    """That customers are well again, for good as far as the timeline goes."""
    hurt = [turn for step in case.impact for turn in (step.at, step.until) if not _fine(case, turn)]
    if not hurt or hurt[-1] >= case.end:
        return
    well = next(turn for step in case.impact for turn in (step.at, step.until) if turn > hurt[-1])
    seen = well + case.view_lag
    yield Row("customers are well again", well, seen if seen <= case.end else None, 0)


def _fine(case: Case, at: int) -> bool:
    return case.failing(at) <= NEGLIGIBLE * case.active(at)


def _lost(case: Case) -> Iterator[Row]:
    line = safety.first_told(case)
    real = next((entry.at for entry in case.entries if _loses(entry)), None)
    if line or real is not None:
        yield Row("data is lost", real, _when(case, line), line)
    if split := safety.first_split(case):
        yield Row("work is on one side of a split only", None, _when(case, split), split)


def _when(case: Case, line: int) -> int | None:
    return next((entry.at for entry in case.seen if entry.number == line), None)


def _loses(entry: Entry) -> bool:
    fact = entry.fact
    return isinstance(fact, WorkLost) or (isinstance(fact, ImpactChanged) and fact.losing > 0)
