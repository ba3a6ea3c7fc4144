"""The course of an incident, gathered from its timeline: evidence, severity, updates, impact, end."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each, first
from simulator.domain.fact import (
    AlertFired,
    CustomersReported,
    Declared,
    ImpactChanged,
    Posted,
    StakeholderAsked,
    WorkLost,
)
from simulator.domain.impact import LOST_WORK
from simulator.domain.value import Value, replace


class Sent(Value):
    """An update as it went out: when, and on which line of the timeline."""

    at: int
    entry: int
    fact: Posted

    @property
    def due(self) -> int | None:
        """The second by which it promised the next one, if it promised."""
        promised = self.fact.update.next_in
        return None if promised is None else self.at + promised


class Step(Value):
    """One stretch of the impact curve: from `at`, failing customers run from `begins` to `ends`.

    `total` are the customer-minutes lost before it, `besides` those of work that is lost as it goes on, of
    which no customer knows; `gone` those of work thrown away in it, each with its second.
    """

    at: int
    until: int
    begins: int
    ends: int
    total: float
    besides: float = 0.0
    gone: tuple[tuple[int, float], ...] = ()

    def failing(self, second: int) -> float:
        """Customers failing at a second of it (truth), after its end as many as then."""
        return self.begins + self._share(second) * (self.ends - self.begins)

    def failed(self, second: int) -> float:
        """Customer-minutes of those who failed in it, up to a second."""
        return (min(second, self.until) - self.at) / MINUTE * (self.begins + self.failing(second)) / 2

    def lost(self, since: int, until: int) -> float:
        """Customer-minutes lost in it between two seconds."""
        return self.lost_by(until) - self.lost_by(since)

    def lost_by(self, second: int) -> float:
        """Customer-minutes lost in it up to a second."""
        if second < self.at:
            return 0.0
        thrown = sum(minutes for at, minutes in self.gone if at <= second)
        return self.failed(second) + self.besides * self._share(second) + thrown

    def _share(self, second: int) -> float:
        share = (second - self.at) / (self.until - self.at or 1)
        return share if share < 1.0 else 1.0


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
    gone = [(entry, fact.minutes * LOST_WORK) for entry, fact in each(entries, WorkLost)]
    steps: list[Step] = []
    for (entry, fact), (after, then) in pairwise(changes):
        thrown = _between(gone, entry.number, after.number)
        step = Step(entry.at, after.at, fact.failing, then.arriving, fact.total, 0.0, thrown)
        besides = then.total - fact.total - step.lost_by(after.at)
        steps.append(replace(step, besides=besides))
    if changes:
        entry, fact = changes[-1]
        until = max(entry.at, end_of(entries))
        besides = (until - entry.at) / MINUTE * LOST_WORK * fact.losing
        thrown = _between(gone, entry.number)
        steps.append(Step(entry.at, until, fact.failing, fact.failing, fact.total, besides, thrown))
    return tuple(steps)


def _between(
    gone: Sequence[tuple[Entry, float]], after: int, before: float = inf
) -> tuple[tuple[int, float], ...]:
    return tuple((entry.at, minutes) for entry, minutes in gone if after < entry.number < before)


def customer_minutes(entries: Sequence[Entry]) -> float:
    """Customer-minutes lost over a whole timeline: by those who failed, and of work that was lost."""
    return lost_by(impact(entries), end_of(entries))


def lost_by(steps: Sequence[Step], at: int) -> float:
    """Customer-minutes lost up to a second."""
    step = next((step for step in reversed(steps) if step.at <= at), None)
    return 0.0 if step is None else step.total + step.lost_by(at)


def lost_between(steps: Sequence[Step], since: int, until: int) -> float:
    """Customer-minutes lost between two seconds: of the sum of a whole timeline, what came then."""
    return lost_by(steps, until) - lost_by(steps, since)


def failed_between(steps: Sequence[Step], since: int, until: int) -> bool:
    """Whether any customers failed between two seconds, whatever work was lost."""
    return any(step.begins or step.ends for step in steps if step.at < until and since < step.until)


def failing_at(steps: Sequence[Step], at: int) -> float:
    """Customers failing at a second (truth) by the curve, 0 before its first reading and after its end."""
    step = next((step for step in reversed(steps) if step.at <= at <= step.until), None)
    return 0.0 if step is None else step.failing(at)
