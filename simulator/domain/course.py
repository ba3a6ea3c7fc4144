"""The course of an incident, gathered from its timeline: evidence, severity, updates, impact, end."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each, first
from simulator.domain.fact import (
    AlertFired,
    CustomersReported,
    Declared,
    ImpactChanged,
    Posted,
    StakeholderAsked,
)


@dataclass(frozen=True, slots=True)
class Sent:
    """An update as it went out: when, and on which line of the timeline."""

    at: int
    entry: int
    fact: Posted

    @property
    def due(self) -> int | None:
        """The second by which it promised the next one, if it promised."""
        promised = self.fact.update.next_in
        return None if promised is None else self.at + promised


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of the impact curve: from `at`, failing customers run from `begins` to `ends`."""

    at: int
    until: int
    begins: int
    ends: int
    total: float

    def failing(self, second: int) -> float:
        """Customers failing at a second of it (truth), after its end as many as then."""
        share = (second - self.at) / (self.until - self.at or 1)
        return self.begins + (share if share < 1.0 else 1.0) * (self.ends - self.begins)

    def lost(self, since: int, until: int) -> float:
        """Customer-minutes lost in it between two seconds."""
        begin, end = max(since, self.at), min(until, self.until)
        if begin >= end:
            return 0.0
        return (end - begin) / MINUTE * (self.failing(begin) + self.failing(end)) / 2


def end_of(entries: Sequence[Entry]) -> int:
    """The last second of a timeline."""
    return entries[-1].at if entries else 0


EVIDENCE: tuple[type, ...] = (AlertFired, CustomersReported, StakeholderAsked)
"""What shows the response something that customers can feel."""


def first_evidence(entries: Sequence[Entry]) -> Entry | None:
    """The first line that showed the response something customers can feel."""
    return first(entries, *EVIDENCE)


def declared(entries: Sequence[Entry]) -> Entry | None:
    """The line of the declaration."""
    return first(entries, Declared)


def sent(entries: Sequence[Entry], audience: str) -> tuple[Sent, ...]:
    """The updates to an audience, in order."""
    posts = each(entries, Posted)
    return tuple(Sent(e.at, e.number, fact) for e, fact in posts if fact.update.audience == audience)


def impact(entries: Sequence[Entry]) -> tuple[Step, ...]:
    """The curve of failing customers (truth), stretch by stretch to the end of the timeline."""
    changes = list(each(entries, ImpactChanged))
    steps: list[Step] = []
    for (entry, fact), (after, then) in pairwise(changes):
        steps.append(Step(entry.at, after.at, fact.failing, then.arriving, fact.total))
    if changes:
        entry, fact = changes[-1]
        steps.append(Step(entry.at, max(entry.at, end_of(entries)), fact.failing, fact.failing, fact.total))
    return tuple(steps)


def customer_minutes(entries: Sequence[Entry]) -> float:
    """Customer-minutes lost over a whole timeline."""
    steps = impact(entries)
    if not steps:
        return 0.0
    last = steps[-1]
    return last.total + last.lost(last.at, last.until)


def lost_by(steps: Sequence[Step], at: int) -> float:
    """Customer-minutes lost up to a second, by the curve of failing customers."""
    step = next((step for step in reversed(steps) if step.at <= at), None)
    return 0.0 if step is None else step.total + step.lost(step.at, at)


def failing_at(steps: Sequence[Step], at: int) -> float:
    """Customers failing at a second (truth) by the curve, 0 before its first reading and after its end."""
    step = next((step for step in reversed(steps) if step.at <= at <= step.until), None)
    return 0.0 if step is None else step.failing(at)
