"""What could be known at a second: the belief over causes, and what each choice was expected to cost.

Nothing here reads what was really drawn. The one thing taken from the truth is how many customers were
failing of the outage, as old as dashboards are (`at_stake`).
"""

from bisect import bisect_left
from collections.abc import Mapping

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import AlertCleared, AlertFired, ChangePrepared
from simulator.domain.value import Value
from simulator.reasoning import (
    Advice,
    Choice,
    ChoiceKind,
    Evidence,
    Problem,
    Standing,
    belief,
    evidence_of,
    in_round_numbers,
    outlasting,
    standing,
    would_be_part,
    would_help,
    would_last,
)
from simulator.scoring.at_stake import at_stake
from simulator.scoring.case import Case
from simulator.scoring.sighted import once
from simulator.scoring.work import looked_into

WORTH_KNOWING = 10 * MINUTE
"""How often the worth of stopping an outage's growth is looked at anew."""

SOME = 1000.0
"""Customers failing, where it does not matter how many."""
STILL_BELIEVED = 0.1
"""A cause this probable is not ruled out (assumption)."""
STILL_LIKELY = 0.1
"""With a smaller chance than this that it goes on, an outage is over as far as can be known (assumption)."""


class Outlook(Value):
    """What the seat could know before a line: customers failing, what it had been told, and advice on it.

    `ready` are the changes that had been made ready, `in_hand` the looks and checks that somebody was at.
    """

    rate: float
    told: tuple[Evidence, ...]
    in_place: frozenset[str]
    advice: Advice
    ready: frozenset[str] = frozenset()
    in_hand: frozenset[tuple[str, str]] = frozenset()

    @property
    def least(self) -> float:
        """The customer-minutes that the best choice was expected to cost; giving up is a choice too."""
        return min(self.advice.best.cost, self.advice.give_up)

    def of(self, kind: ChoiceKind, name: str) -> Choice | None:
        """A choice by its name, None when the scenario knows none."""
        return self.advice.of(kind, name) if (kind, name) in self.advice.quotes.names else None


def believed(case: Case, before: int) -> Mapping[str, float]:
    """The belief over causes before a line; empty when the scenario has no causes."""
    return dict(ranked(case, before))


def not_ruled_out(case: Case, before: int) -> tuple[str, ...]:
    """The causes that could still be the one before a line, the likeliest first."""
    return tuple(cause for cause, share in ranked(case, before) if share >= STILL_BELIEVED)


def ranked(case: Case, before: int) -> tuple[tuple[str, float], ...]:
    """The causes with their shares before a line, the likeliest first."""
    return _ranked(case, told_until(case, before)) if case.scenario.causes else ()


@once
def _ranked(case: Case, told: tuple[Evidence, ...]) -> tuple[tuple[str, float], ...]:
    return belief(case.scenario, told).ranked


@once
def outlook(case: Case, at: int, before: int) -> Outlook | None:
    """What could be known at a second, from the lines before one; None when there is nothing to weigh.

    There is nothing to weigh when the scenario has no causes, or when customers were not known to fail. What
    somebody has in hand counts as made: it will act, and nobody would order it again. On what hangs half-way
    nobody counts, nor would anybody order it again.
    """
    rate = at_stake(case, at)
    if not case.scenario.causes or not rate or not case.affected(at):
        return None
    stand = _standing(case, at, before)
    placed, done = stand.in_place | stand.under_way, stand.made | stand.under_way | stand.hanging
    told = told_until(case, before)
    ready = _ready(case, before)
    problem = Problem.of(case.scenario, in_round_numbers(rate), now=_now(case, at), ready=ready)
    return Outlook(rate, told, placed, problem.advise(told, placed, done), ready, _in_hand(case, at, before))


@once
def goes_on(case: Case, at: int, before: int, without: str = "") -> float | None:
    """How likely it was that the outage went on, also while customers were well; None without causes.

    Relief that wears off leaves it going on. A change in hand has not acted yet; one that is left out counts
    as undone.
    """
    if not case.scenario.causes:
        return None
    stand = _standing(case, at, before)
    problem = Problem.of(case.scenario, SOME)
    return problem.advise(told_until(case, before), stand.in_place - {without}, stand.made).failing


def brings_back(case: Case, at: int, before: int, change: str) -> float | None:
    """How likely it was that an outage goes on without a change that is in place, and not with it."""
    bare, kept = goes_on(case, at, before, change), goes_on(case, at, before)
    return None if bare is None or kept is None else max(0.0, bare - kept)


def likely_to_help(case: Case, seen: Outlook, change: str) -> float:
    """How likely a change was to help, by what could be known."""
    return float(would_help(case.scenario, seen.told, change, seen.in_place))


def likely_to_last(case: Case, seen: Outlook, change: str) -> float:
    """How likely a change was to help for more than a while, by what could be known."""
    return float(would_last(case.scenario, seen.told, change, seen.in_place))


def likely_a_part(case: Case, seen: Outlook, change: str) -> float:
    """How likely a change that does nothing alone was to be part of what ends it."""
    return float(would_be_part(case.scenario, seen.told, change, seen.in_place))


def told_until(case: Case, before: int) -> tuple[Evidence, ...]:
    """What had been told before a line that bears on the cause.

    Lines are known in the order they are written, also within one second. That something outlasted a cause
    is known from the first line on that stands at that second or later.
    """
    told = _told(case, case.sighted.bearing(before))
    over = tuple(piece for line, piece in outlasted(case) if line.number < before)
    return (*told, *over) if over else told


@once
def outlasted(case: Case) -> tuple[tuple[Entry, Evidence], ...]:
    """The causes that something outlasted, each with the line from which on that is known."""
    rang = [entry for entry in case.seen if isinstance(entry.fact, AlertFired | AlertCleared)]
    found = outlasting(case.scenario, rang, case.sighted.tried(case.sighted.bearing(case.beyond)))
    lines = ((bisect_left(case.seen, since, key=lambda entry: entry.at), piece) for since, piece in found)
    return tuple((case.seen[index], piece) for index, piece in lines if index < len(case.seen))


@once
def _told(case: Case, count: int) -> tuple[Evidence, ...]:
    return evidence_of(case.sighted.first(count), case.sighted.tried(count))


def _standing(case: Case, at: int, before: int) -> Standing:
    """How changes stood at a second, by the lines before one."""
    known = case.sighted.bearing(case.sighted.by(at, before))
    return standing(case.sighted.tried(known), at)


def _ready(case: Case, before: int) -> frozenset[str]:
    """The changes that had been made ready before a line."""
    return frozenset(fact.change for entry, fact in each(case.seen, ChangePrepared) if entry.number < before)


def _in_hand(case: Case, at: int, before: int) -> frozenset[tuple[str, str]]:
    """The looks and checks that somebody was at, given out before a line."""
    looked_at = looked_into(case, at, before)
    return frozenset(("look" if what == "investigate" else "check", about) for what, about in looked_at)


def _now(case: Case, at: int) -> int:
    """The second as far as it matters: only what stopping the growth is worth depends on it."""
    outcomes = (outcome for under in case.scenario.outcomes.values() for outcome in under.values())
    return at - at % WORTH_KNOWING if any(outcome.stops for outcome in outcomes) else 0
