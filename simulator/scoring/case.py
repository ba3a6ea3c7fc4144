"""A case: one timeline before the judge, with the scenario and the doctrine it is judged by."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cached_property

from simulator.domain import course
from simulator.domain.attempt import Attempt, attempts
from simulator.domain.course import Sent, Step
from simulator.domain.deadline import declaration_due
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import DAY
from simulator.domain.entry import Entry, Register, each, first, visible
from simulator.domain.fact import (
    AlertFired,
    CalledMitigated,
    CommandLeft,
    Declared,
    Ended,
    ImpactChanged,
    Joined,
    LedOn,
    Posted,
    Resolved,
    SeverityChanged,
)
from simulator.domain.interaction import interact
from simulator.domain.level import WELL
from simulator.domain.organisation import Change, Organisation
from simulator.domain.records import EVERYTHING, Aspect, Records
from simulator.domain.scenario import Scenario
from simulator.domain.succession import Stretch, led_on
from simulator.domain.value import Value
from simulator.scoring.sighted import Sighted

NEGLIGIBLE = 0.001
"""Fewer active customers than this share failing is how any day looks."""
UNTOLD = 1.0
"""What is taken to fail of the worst journey where the timeline names none."""


class Span(Value):
    """A stretch of time under one severity, from the line that set it."""

    severity: str
    since: int
    until: int
    entry: int


class Case(Value, eq=False, dict=True):
    """A timeline to be judged. Everything else here is worked out from it once.

    `records` says what the timeline would show. A rule asks it before it takes something missing for a fault.
    """

    scenario: Scenario
    doctrine: Doctrine
    entries: tuple[Entry, ...]
    seat: str = "commander"
    records: Records = EVERYTHING

    def shows(self, *aspects: Aspect) -> bool:
        """Whether all of these would stand on the timeline if they had happened; always so in an exercise."""
        return self.records.shows(*aspects)

    def hears(self, audience: str) -> bool:
        """Whether updates to an audience would stand on the timeline; always so in an exercise."""
        return self.records.hears(audience)

    @property
    def organisation(self) -> Organisation:
        """The company it happened to."""
        return self.scenario.organisation

    @cached_property
    def seen(self) -> Register:
        """The lines that the seat may have seen."""
        lines = Register()
        lines.extend(visible(self.entries, self.seat))
        return lines

    @cached_property
    def sighted(self) -> Sighted:
        """The lines that the seat may have seen, indexed by what was known before each."""
        return Sighted(self.seen)

    @cached_property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every change ordered, with what became of it, as far as the seat could see.

        What somebody did unasked was not the seat's decision; an order that was called off before anybody had
        begun is none any more. A real timeline may leave out when a change that failed was begun.
        """
        ordered = (attempt for attempt in attempts(self.seen) if not attempt.alone)
        return tuple(attempt for attempt in ordered if self.records.real or not attempt.called_off)

    @cached_property
    def started(self) -> tuple[Attempt, ...]:
        """The changes that somebody began to make, in the order they began."""
        begun = (attempt for attempt in self.attempts if attempt.started is not None)
        return tuple(sorted(begun, key=lambda attempt: (attempt.started, attempt.order)))

    def change(self, attempt: Attempt) -> Change | None:
        """The runbook's page on what was attempted, None when the runbook has none."""
        return self.organisation.runbook.get(attempt.change)

    def interact(self, one: Attempt, other: Attempt) -> bool:
        """Whether two attempts in flight at once would confound each other."""
        pair = (one.change, other.change)
        if pair not in self._interacting:
            here, there = self.change(one), self.change(other)
            self._interacting[pair] = bool(here and there and interact(here, there, self.organisation))
        return self._interacting[pair]

    @cached_property
    def _interacting(self) -> dict[tuple[str, str], bool]:
        return {}

    def lag(self, change: Change) -> int:
        """The seconds that the change's own signal is behind."""
        return self.organisation.lag_of(change)

    @cached_property
    def end(self) -> int:
        """The last second of the timeline."""
        return course.end_of(self.entries)

    @property
    def beyond(self) -> int:
        """The number that the next line would have."""
        return self.entries[-1].number + 1 if self.entries else 1

    @cached_property
    def trouble(self) -> Entry | None:
        """The first line that showed the response something customers can feel."""
        return course.first_evidence(self.seen)

    @cached_property
    def declared(self) -> Entry | None:
        """The line of the declaration."""
        return course.declared(self.seen)

    @cached_property
    def declaration_due(self) -> int | None:
        """The second by which the incident had to be declared, None when nothing showed."""
        if self.trouble is None:
            return None
        return declaration_due(self.trouble.at, self.doctrine)

    @cached_property
    def joined(self) -> Entry | None:
        """The line on which the first person who can work on something joined."""
        return next((e for e, fact in each(self.seen, Joined) if self._can_work(fact.person)), None)

    def _can_work(self, person: str) -> bool:
        """Whether someone can work on any service."""
        return any(self.can_work(person, place) for place in self.organisation.services)

    def can_work(self, person: str, place: str) -> bool:
        """Whether someone knows a place or is of the team that runs it; strangers are taken to."""
        return self.organisation.can_work(person, place)

    def present(self, before: int) -> frozenset[str]:
        """Who was on the call before a line."""
        return self.sighted.present(before)

    @cached_property
    def over(self) -> int:
        """The second from which nothing is owed any more.

        That is when the incident was closed, unless customers were known to be still failing: closing the
        file does not end an outage. Otherwise it is the end of the timeline.
        """
        closing = first(self.seen, Resolved, Ended)
        if closing is None or self.affected(closing.at):
            return self.end
        return closing.at

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The severities in force, one after the other."""
        lines = [e for e in self.seen if isinstance(e.fact, Declared | SeverityChanged)]
        ends = [*(line.at for line in lines[1:]), self.end]
        return tuple(
            Span(self._level(line.fact.severity), line.at, until, line.number)
            for line, until in zip(lines, ends, strict=False)
            if isinstance(line.fact, Declared | SeverityChanged)
        )

    def _level(self, severity: str) -> str:
        """The doctrine's own name for a severity; one it does not know stays as it is and binds nobody."""
        try:
            return self.doctrine.level(severity)
        except KeyError:
            return severity

    def severity(self, at: int) -> str | None:
        """The severity in force at a second, None before the declaration."""
        return next((span.severity for span in reversed(self.spans) if span.since <= at), None)

    @cached_property
    def updates(self) -> Mapping[str, tuple[Sent, ...]]:
        """The updates sent, by audience."""
        audiences = dict.fromkeys(e.fact.update.audience for e in self.seen if isinstance(e.fact, Posted))
        return {audience: course.sent(self.seen, audience) for audience in audiences}

    def sent(self, audience: str) -> tuple[Sent, ...]:
        """The updates to an audience, in order."""
        return self.updates.get(audience, ())

    @cached_property
    def impact(self) -> tuple[Step, ...]:
        """The curve of failing customers (truth)."""
        return course.impact(self.entries)

    @cached_property
    def _since(self) -> tuple[int, ...]:
        return tuple(step.at for step in self.impact)

    def failing(self, at: int) -> float:
        """Customers failing at a second (truth)."""
        index = bisect_right(self._since, at) - 1
        if index < 0:
            return 0.0
        return self.impact[index].failing(at)

    def active(self, at: int) -> float:
        """Customers doing something at a second."""
        return self.organisation.customers * self.organisation.demand(self.scenario.starts + at)

    @property
    def view_lag(self) -> int:
        """Seconds that the dashboards were behind in the end (see `lag_at`)."""
        return self._lags[-1][1]

    def lag_at(self, at: int) -> int:
        """Seconds that the dashboards are behind at a second: the slowest signal that had set off an alert.

        Those of failing customers come first; where no alert has gone off, it is the quickest of them.
        """
        index = bisect_right(self._lag_turns, at) - 1
        return self._lags[max(0, index)][1]

    @cached_property
    def _lag_turns(self) -> tuple[int, ...]:
        return tuple(since for since, _ in self._lags)

    @cached_property
    def _lags(self) -> tuple[tuple[int, int], ...]:
        """From which second on the dashboards are how far behind."""
        fired: set[str] = set()
        steps = [(0, self._lag_of(fired))]
        for entry, alert in each(self.seen, AlertFired):
            fired.add(alert.signal)
            steps.append((entry.at, self._lag_of(fired)))
        return tuple(steps)

    def _lag_of(self, fired: Collection[str], of: Callable[[Iterable[int]], int] = max) -> int:
        signals = self.organisation.signals.values()
        telling = [s for s in signals if s.shows in ("errors", "success")]
        alerting = [s.lag for s in telling if s.name in fired] or [s.lag for s in signals if s.name in fired]
        return of(alerting) if alerting else min((s.lag for s in telling), default=0)

    @cached_property
    def quickest(self) -> int:
        """Seconds that the quickest of the dashboards is behind that had set off an alert in the end."""
        return self._lag_of({alert.signal for _, alert in each(self.seen, AlertFired)}, min)

    def seems_well(self, at: int) -> bool:
        """Whether nobody fails any more by the quickest dashboards, whatever slower ones still show."""
        return bool(self.impact) and self.failing(at - self.quickest) <= NEGLIGIBLE * self.active(at)

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The seconds at which what dashboards show of failing customers may turn, in order."""
        truth = {turn for step in self.impact for turn in (step.at, step.until)}
        lags = {lag for _, lag in self._lags}
        seen = {turn + lag for turn in truth for lag in lags if self.lag_at(turn + lag) == lag}
        quickly = {turn + self.quickest for turn in truth}
        return tuple(sorted(seen | quickly | {at for at, _ in self._lags}))

    def known_failing(self, at: int) -> float | None:
        """Customers failing as dashboards showed it at a second, None where no truth is recorded.

        It is the most that any of them showed: that more fail the quickest tell, that all are well the
        slowest. The first evidence is itself a reading: from then on no number is older than that line.
        """
        return max(map(self.failing, self._shown(at))) if self.impact else None

    def shown_quickest(self, at: int) -> float:
        """Customers failing as the quickest dashboards showed it at a second, whatever slower ones show."""
        return self.failing(self._shown(at)[1])

    def _shown(self, at: int) -> tuple[int, int]:
        """The seconds of which the slowest and the quickest dashboards tell at a second."""
        since = self.trouble.at if self.trouble is not None and self.trouble.at <= at else -DAY
        return max(since, at - self.lag_at(at)), max(since, at - self.quickest)

    def affected(self, at: int) -> bool:
        """Whether customers were known to be failing, beyond what any day shows.

        A journey that fails no more than dashboards call normal tells nobody of anything.
        """
        return self.hindered(at) and max(map(self._worst, self._shown(at))) > 1 - WELL

    def hindered(self, at: int) -> bool:
        """Whether more customers failed than on any day, by the latest readings, seen in them or not."""
        return (self.known_failing(at) or 0.0) > NEGLIGIBLE * self.active(at)

    def suffering(self, at: int) -> bool:
        """Whether customers really failed at a second, beyond what any day shows (truth of `affected`)."""
        return self.failing(at) > NEGLIGIBLE * self.active(at) and self._worst(at) > 1 - WELL

    def _worst(self, at: int) -> float:
        """The failing share of the journey that fails most, at a second (truth)."""
        index = bisect_right(self._since, at) - 1
        if index < 0:
            return 0.0
        step, shares = self.impact[index], (*self._shares, UNTOLD)
        if step.begins:
            return shares[index] * self.failing(at) / step.begins
        return shares[index + 1] * self.failing(at) / step.ends if step.ends else 0.0

    @cached_property
    def _shares(self) -> tuple[float, ...]:
        """What fails of the worst journey at the begin of each step of the impact."""
        steps = each(self.entries, ImpactChanged)
        return tuple(max((share for _, share in fact.journeys), default=UNTOLD) for _, fact in steps)

    def relief(self, at: int) -> int:
        """The first second from `at` on at which no customers were known to be failing, else the last one."""
        turns = sorted({at, *self.turns})
        return next((turn for turn in turns if turn >= at and not self.affected(turn)), self.end)

    def known_until(self, number: int) -> Iterator[Entry]:
        """What the seat had seen before a line."""
        return iter(self.sighted.before(number))

    @cached_property
    def left(self) -> Entry | None:
        """The line on which the commander left, None while they stayed."""
        return first(self.seen, CommandLeft)

    def leads(self, at: int) -> bool:
        """Whether the commander was there and led at a second: what came otherwise is no fault of its own."""
        if self.left is not None and at >= self.left.at:
            return False
        return not any(one.begins.at <= at and (one.ends is None or at < one.ends.at) for one in self.others)

    @property
    def handed_on(self) -> bool:
        """Whether it ends where somebody else begins to lead, who finishes what is under way."""
        return bool(self.entries) and isinstance(self.entries[-1].fact, LedOn)

    @cached_property
    def others(self) -> tuple[Stretch, ...]:
        """The stretches in which somebody else led on, after a hand-over."""
        return led_on(self.seen)

    @cached_property
    def mitigated(self) -> Entry | None:
        """The line on which the seat said that customers are no longer affected."""
        return first(self.seen, CalledMitigated)
