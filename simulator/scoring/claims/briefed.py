"""What one was briefed is affected: to say so is no invention, until a chart has told otherwise."""

from collections.abc import Iterable

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import Looked, Opened
from simulator.domain.scope_in_text import journeys_in, things_in
from simulator.scoring.case import Case
from simulator.scoring.ledger import customers

GOOD_FOR = 20 * MINUTE
"""So long after a briefing nobody says any more what they have only heard in it (assumption)."""


def briefed(case: Case, at: int) -> frozenset[str]:
    """The journeys that a briefing named as affected, and of which no chart had told otherwise by a second.

    A chart tells once somebody looks at it, and of the time since the briefing only.
    """
    found: set[str] = set()
    for entry, fact in each(case.seen, Opened):
        if entry.at <= at <= entry.at + GOOD_FOR:
            text, company = fact.briefing, case.organisation
            named = {*journeys_in(text, company), *things_in(text, company)}
            found.update(named.difference(_seen_well(case, named, entry.at, at)))
    return frozenset(found)


def _seen_well(case: Case, named: Iterable[str], since: int, at: int) -> set[str]:
    """Those of which a look by a second showed that they work, by a reading not older than another one."""
    well = 1 - customers.HARDLY
    looks = [(entry.at, dict(fact.readings)) for entry, fact in each(case.seen, Looked) if entry.at <= at]
    return {
        journey for journey in named for signal in customers.own(case, journey) for looked, shown in looks
        if looked - signal.lag >= since and shown.get(signal.name, 0.0) >= well
    }  # fmt: skip
