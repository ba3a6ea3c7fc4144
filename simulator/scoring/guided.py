"""What a facilitator did is not charged to those who are trained.

A nudge is no fault of theirs: an alert that it set off, a verification that it spoilt and a recovery that it
broke count for nothing against them. What was done well all the same still counts.
"""

from collections.abc import Iterator, Mapping

from simulator.domain.entry import each, first
from simulator.domain.fact import (
    AlertFired,
    Commanded,
    CustomersReported,
    Ended,
    Fact,
    Nudged,
    Posted,
    Resolved,
    Verified,
)
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark

SIGNS: Mapping[str, tuple[type[Fact], ...]] = {
    "declare-early": (AlertFired, CustomersReported),
    "undo-or-record": (Verified,),
    "resolve-on-recovery": (Resolved, Posted),
}
"""For each rule that hangs on what services showed: the lines that a nudge may have spoilt."""


class Shadow(Value):
    """A stretch in which a nudge acted, or still showed on dashboards."""

    since: int
    until: int
    shown: int
    entry: int


def shadows(case: Case) -> Iterator[Shadow]:
    """The stretch of each nudge; dashboards show it for as long as they are behind."""
    for entry, fact in each(case.entries, Nudged):
        until = entry.at + fact.lasts
        yield Shadow(entry.at, until, until + case.view_lag, entry.number)


def spared(case: Case, mark: Mark) -> bool:
    """Whether a mark would charge what a facilitator did."""
    if mark.earned == 1:
        return False
    if mark.rule == "end-promptly":
        return any(_by_facilitator(case, number) for number in mark.evidence)
    if mark.axis == "wrap-up" and cut_short(case):
        return True
    return any(_in_a_shadow(case, mark.rule, number) for number in mark.evidence)


def cut_short(case: Case) -> bool:
    """Whether the facilitator ended it before anybody had closed the incident: nobody could wrap it up."""
    last = case.entries[-1] if case.entries else None
    return last is not None and _by_facilitator(case, last.number) and first(case.seen, Resolved) is None


def _in_a_shadow(case: Case, rule: str, number: int) -> bool:
    entry = case.entries[number - 1]
    sign = isinstance(entry.fact, SIGNS.get(rule, ()))
    return sign and any(shadow.since <= entry.at <= shadow.shown for shadow in shadows(case))


def _by_facilitator(case: Case, number: int) -> bool:
    """Whether the facilitator ended it."""
    entry = case.entries[number - 1]
    told = case.entries[entry.because - 1].fact if entry.because else None
    return isinstance(entry.fact, Ended) and isinstance(told, Commanded) and told.seat == FACILITATOR
