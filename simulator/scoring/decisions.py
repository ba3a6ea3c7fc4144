"""The pivotal decisions: what was chosen, what could be known, and what each choice was expected to cost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.domain.entry import Entry, each
from simulator.domain.fact import ClueFound, HazardChecked, TaskGiven, Verified
from simulator.reasoning import Choice
from simulator.reasoning.options import GIVE_UP, LOOK
from simulator.scoring.case import Case
from simulator.scoring.easy import asks_what_changed
from simulator.scoring.idle import Stretch, busy, idle, lost
from simulator.scoring.outlook import Outlook, likely_to_help, outlook

DecisionKind: TypeAlias = Literal["change", "look", "check", "wait", "slow way"]


@dataclass(frozen=True, slots=True)
class Option:
    """Something that could be chosen: expected customer-minutes with the best choices after it.

    `chance` is how likely a change was to help, None for anything else; `seconds` is how long it is
    expected to take until its effect can be seen.
    """

    kind: DecisionKind
    name: str
    cost: float
    seconds: int
    chance: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice as it stood before the commander at that second.

    `entries` are the lines of the choice; `known` what had been told by then, each with its line; `belief`
    the causes with their shares, the likeliest first; `regret` what the choice was expected to cost more
    than the best one, in customer-minutes. To wait is judged once the time to decide is over; it began at
    `since`.
    """

    at: int
    since: int
    chosen: Option
    best: Option
    regret: float
    rate: float
    entries: tuple[int, ...]
    known: tuple[tuple[int, str], ...]
    belief: tuple[tuple[str, float], ...]

    @property
    def share(self) -> float:
        """The regret as a share of what the best choice was expected to cost."""
        return self.regret / self.best.cost if self.best.cost > 0 else 0.0


def decisions(case: Case) -> tuple[Decision, ...]:
    """Every order, every look or pre-check that everything waited for, every idle stretch; by time."""
    found = [*_orders(case), *_looks(case), *_waits(case)]
    return tuple(sorted(found, key=lambda decision: (decision.at, decision.entries)))


def costliest(made: Iterable[Decision], most: int) -> tuple[Decision, ...]:
    """The decisions with the highest regret, the worst first; those without regret are left out."""
    bad = [decision for decision in made if decision.regret > 0]
    return tuple(sorted(bad, key=lambda decision: (-decision.regret, decision.at))[:most])


def _orders(case: Case) -> Iterator[Decision]:
    for attempt in case.attempts:
        seen = outlook(case, attempt.ordered, attempt.order)
        choice = seen.of("change", attempt.change) if seen else None
        if seen and choice:
            yield _decision(case, seen, choice, attempt.ordered, (attempt.order,))


def _looks(case: Case) -> Iterator[Decision]:
    """Looks and checks given out while nothing else was under way: everything waited for them."""
    for entry, task in each(case.seen, TaskGiven):
        if task.what not in ("investigate", "check") or asks_what_changed(task.subject):
            continue
        if busy(case, entry.at, entry.number):
            continue
        seen = outlook(case, entry.at, entry.number)
        choice = seen.of("look" if task.what == "investigate" else "check", task.subject) if seen else None
        if seen and choice:
            yield _decision(case, seen, choice, entry.at, (entry.number,))


def _waits(case: Case) -> Iterator[Decision]:
    """Idle stretches longer than one may take to decide, while something was still worth trying."""
    free = case.doctrine.threshold("decide within")
    for stretch in idle(case):
        if stretch.seconds <= free:
            continue
        at = stretch.since + round(free)
        before = next((entry.number for entry in case.seen if entry.at > at), case.entries[-1].number + 1)
        seen = outlook(case, at, before)
        if seen and seen.advice.worth_it:
            yield _wait(case, seen, stretch, at, before)


def _wait(case: Case, seen: Outlook, stretch: Stretch, at: int, before: int) -> Decision:
    best = _best(case, seen)
    regret = lost(case, stretch, at - stretch.since)
    chosen = Option("wait", "wait", best.cost + regret, stretch.seconds)
    known, ranked = _known(case, before), seen.advice.belief.ranked
    return Decision(at, stretch.since, chosen, best, regret, seen.rate, _around(case, stretch), known, ranked)


def _around(case: Case, stretch: Stretch) -> tuple[int, ...]:
    """The lines between which nothing was under way."""
    begun = [entry.number for entry in case.seen if entry.at <= stretch.since][-1:]
    ended = [entry.number for entry in case.seen if entry.at >= stretch.until][:1]
    return tuple(dict.fromkeys(begun + ended)) or (case.entries[-1].number,)


def _decision(case: Case, seen: Outlook, choice: Choice, at: int, lines: tuple[int, ...]) -> Decision:
    regret = max(0.0, choice.cost - seen.least)
    best = _option(case, seen, choice) if not regret else _best(case, seen)
    chosen = _option(case, seen, choice)
    known, ranked = _known(case, lines[0]), seen.advice.belief.ranked
    return Decision(at, at, chosen, best, regret, seen.rate, lines, known, ranked)


def _best(case: Case, seen: Outlook) -> Option:
    if seen.advice.worth_it:
        return _option(case, seen, seen.advice.best)
    return Option("slow way", "the slow way", seen.advice.give_up, GIVE_UP)


def _option(case: Case, seen: Outlook, choice: Choice) -> Option:
    if choice.kind == "look":
        return Option("look", choice.name, choice.cost, LOOK)
    change = case.organisation.runbook[choice.name]
    if choice.kind == "check":
        return Option("check", choice.name, choice.cost, sum(hazard.check for hazard in change.hazards))
    chance = likely_to_help(case, seen, choice.name)
    return Option("change", choice.name, choice.cost, round(change.takes.mean) + case.lag(change), chance)


def _known(case: Case, before: int) -> tuple[tuple[int, str], ...]:
    """What had been told of the cause and the changes before a line."""
    told = ((entry.number, _told(entry)) for entry in case.known_until(before))
    return tuple((number, text) for number, text in told if text)


def _told(entry: Entry) -> str:
    match entry.fact:
        case ClueFound(place=place, says=says):
            return f"{place}: {says}"
        case HazardChecked(change=change, hazard=hazard, holds=holds):
            return f"'{change}': {hazard}" if holds else f"'{change}': not the case that {hazard}"
        case Verified(change=change, result=result, signal=signal):
            return f"'{change}' was verified {result} on '{signal}'"
        case _:
            return ""
