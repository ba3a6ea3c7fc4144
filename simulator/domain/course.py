"""The course of an incident, gathered from its timeline: evidence, severity, updates, impact, end."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
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
    """One stretch of the impact curve: from `at`, failing customers run from `begins` to `ends`.

    `total` are the customer-minutes lost before it; meanwhile the work of `losing` customers is being lost.
    `gone` is the work thrown away in it, in customer-minutes of loss, each with its second.
    """

    at: int
    until: int
    begins: int
    ends: int
    total: float
    losing: int = 0
    gone: tuple[tuple[int, float], ...] = ()

    def failed(self, until: int) -> float:
        """Customer-minutes of those who failed in it, up to a second."""
        share = (until - self.at) / max(1, self.until - self.at)
        failing = self.begins + share * (self.ends - self.begins)
        return (until - self.at) / MINUTE * (self.begins + failing) / 2

    def thrown(self, until: int) -> float:
        """Customer-minutes of work that was thrown away in it, up to a second."""
        return sum(minutes for at, minutes in self.gone if at <= until)


def end_of(entries: Sequence[Entry]) -> int:
    """The last second of a timeline."""
    return entries[-1].at if entries else 0


def first_evidence(entries: Sequence[Entry]) -> Entry | None:
    """The first line that showed the response something customers can feel."""
    return first(entries, AlertFired, CustomersReported, StakeholderAsked)


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
        step = Step(entry.at, after.at, fact.failing, then.arriving, fact.total, fact.losing, thrown)
        steps.append(step)
    if changes:
        entry, fact = changes[-1]
        until, thrown = max(entry.at, end_of(entries)), _between(gone, entry.number)
        steps.append(Step(entry.at, until, fact.failing, fact.failing, fact.total, fact.losing, thrown))
    return tuple(steps)


def _between(
    gone: Sequence[tuple[Entry, float]], after: int, before: float = inf
) -> tuple[tuple[int, float], ...]:
    return tuple((entry.at, minutes) for entry, minutes in gone if after < entry.number < before)


def customer_minutes(entries: Sequence[Entry]) -> float:
    """Customer-minutes lost over a whole timeline: by those who failed, and of work that was lost."""
    return lost_by(entries, end_of(entries))


def lost_by(entries: Sequence[Entry], at: int) -> float:
    """Customer-minutes lost up to a second."""
    return _lost_by(impact(entries), at)


def lost_between(entries: Sequence[Entry], since: int, until: int) -> float:
    """Customer-minutes lost between two seconds: of the sum of a whole timeline, what came then."""
    steps = impact(entries)
    return _lost_by(steps, until) - _lost_by(steps, since)


def _lost_by(steps: Sequence[Step], at: int) -> float:
    index = bisect_right(steps, at, key=lambda step: step.at) - 1
    if index < 0:
        return 0.0
    step, until = steps[index], min(at, steps[index].until)
    lost = step.total + step.failed(until) + step.thrown(until)
    if index == len(steps) - 1:
        return lost + (until - step.at) / MINUTE * LOST_WORK * step.losing
    share = (until - step.at) / max(1, step.until - step.at)
    return lost + share * (steps[index + 1].total - step.total - _shown(step))


def _shown(step: Step) -> float:
    """What the curve and its lines account for of a stretch; what is left was lost as time went on."""
    return step.failed(step.until) + step.thrown(step.until)


def failed_between(entries: Sequence[Entry], since: int, until: int) -> bool:
    """Whether any customers failed between two seconds, whatever work was lost."""
    steps = (step for step in impact(entries) if step.at < until and since < step.until)
    return any(step.begins or step.ends for step in steps)


def failing_at(entries: Sequence[Entry], at: int) -> float:
    """Customers failing at a second (truth), 0 before the first reading."""
    for step in reversed(impact(entries)):
        if step.at <= at <= step.until:
            share = (at - step.at) / max(1, step.until - step.at)
            return step.begins + share * (step.ends - step.begins)
    return 0.0
