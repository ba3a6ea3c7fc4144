"""Which journeys came late: a queue that they need had piled up, as an alert on its wait said."""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared, AlertFired
from simulator.scoring.case import Case
from simulator.scoring.sighted import once


@once
def late(case: Case, since: int, until: int) -> frozenset[str]:
    """The journeys that need a queue whose wait set off an alert that stood at some second between two."""
    queues = {queue for queue, begun, ended in _stretches(case) if begun <= until and ended >= since}
    company = case.organisation
    needs = (
        (one.name, company.closures.get(need, ())) for one in company.journeys.values() for need in one.needs
    )
    return frozenset(name for name, below in needs if not queues.isdisjoint(below))


@once
def _stretches(case: Case) -> tuple[tuple[str, int, int], ...]:
    """Each queue that an alert said was piling up, from when until when."""
    return tuple(_read(case))


def _read(case: Case) -> Iterator[tuple[str, int, int]]:
    signals = case.organisation.signals
    cleared = [(entry.at, fact.alert) for entry, fact in each(case.seen, AlertCleared)]
    for entry, fact in each(case.seen, AlertFired):
        watched = signals.get(fact.signal)
        if watched is not None and watched.shows == "waiting":
            quiet = (at for at, alert in cleared if alert == fact.alert and at >= entry.at)
            yield watched.of, entry.at, next(quiet, case.end)
