"""What an author wrote that a play can reach, each with its place, and how likely one play is to reach it."""

from collections.abc import Iterator, Mapping
from typing import Literal, TypeAlias, get_args

from simulator.domain.duration import show_duration
from simulator.domain.origin import Origin
from simulator.domain.scenario import Condition, Inject, Outcome, Scenario, Trigger
from simulator.domain.value import Value

Kind: TypeAlias = Literal["cause", "outcome", "clue", "hazard", "inject", "ending", "change", "alert"]
KINDS: tuple[Kind, ...] = get_args(Kind)
ALWAYS = "always"
ENDINGS = ("ended by the commander", "time is up", "nobody led it any more")
"""How an exercise can end, in the world's words."""
_SHOWN = 56
_EVENTS: Mapping[Trigger, str] = {"regraded": "severity changed"}


class Item(Value):
    """Something that can be reached: a cause drawn, an outcome acted out, a clue told, a hazard met.

    `odds` is the chance that a play which tries everything meets it, as far as it is written; `own` is
    false for what belongs to the company and need not play a part in this outage; `acts` is the name in
    which an inject without words acts on services.
    """

    kind: Kind
    name: str
    origin: Origin
    odds: float = 1.0
    own: bool = True
    acts: str = ""

    @property
    def key(self) -> str:
        """What play records call it."""
        return key(self.kind, self.name, self.origin)


def key(kind: Kind, name: str, origin: Origin) -> str:
    """The name of an item that nothing else in the outage has."""
    return f"{kind} {name} {origin.line}:{origin.column}"


def items_of(scenario: Scenario) -> tuple[Item, ...]:
    """All there is to reach in an outage."""
    return (
        *_causes(scenario), *_outcomes(scenario), *_clues(scenario), *_hazards(scenario),
        *_injects(scenario), *_endings(scenario), *_company(scenario),
    )  # fmt: skip


def _causes(scenario: Scenario) -> Iterator[Item]:
    for cause in scenario.causes.values():
        yield Item("cause", cause.name, cause.origin, scenario.prior[cause.name])


def under(scenario: Scenario, change: str, cause: str) -> str:
    """The key under which the scenario writes what a change does under a cause; empty if it is silent."""
    written = scenario.outcomes.get(change, {})
    return cause if cause in written else ALWAYS if ALWAYS in written else ""


def _outcomes(scenario: Scenario) -> Iterator[Item]:
    for change, written in scenario.outcomes.items():
        for cause, outcome in written.items():
            drawn = [each for each in scenario.causes if under(scenario, change, each) == cause]
            odds = sum(scenario.prior[each] for each in drawn) * (outcome.chance if outcome.works else 1.0)
            yield Item("outcome", outcome_name(change, cause), outcome.origin, odds)


def outcome_name(change: str, cause: str) -> str:
    """What a change does under a cause, as it is told."""
    return f"{change}, {cause if cause == ALWAYS else f'under {cause}'}"


def acted(outcome: Outcome) -> str:
    """What the timeline says when an outcome does all that is written; empty when there is nothing to say."""
    if outcome.cures:
        return "cured"
    if outcome.stops:
        return "stopped"
    return "relieved" if outcome.relieves else "worked" if outcome.does else ""


def _clues(scenario: Scenario) -> Iterator[Item]:
    for place, clues in scenario.clues.items():
        for clue in clues:
            odds = sum(scenario.prior[cause] * odds for cause, odds in clue.odds.items())
            yield Item("clue", f"{place}: {_cut(clue.says)}", clue.origin, odds)


def _hazards(scenario: Scenario) -> Iterator[Item]:
    for danger in scenario.dangers:
        odds = sum(scenario.prior[cause] * odds for cause, odds in danger.odds.items())
        yield Item("hazard", f"{danger.change}: {danger.hazard}", danger.origin, odds)


def _injects(scenario: Scenario) -> Iterator[Item]:
    for number, inject in enumerate(scenario.injects, 1):
        silent = not inject.says and not inject.swoops
        said = f", {inject.who}: {_cut(inject.says)}" if inject.says else ""
        yield Item("inject", when(inject) + said, inject.origin, acts=f"inject {number}" if silent else "")


def when(inject: Inject) -> str:
    """All of an inject's conditions, as they are written."""
    first = Condition(inject.trigger, inject.subject, inject.seconds)
    told = " and ".join(map(condition, (first, *inject.also)))
    return f"{told} unless {' and '.join(map(condition, inject.unless))}" if inject.unless else told


def condition(one: Condition) -> str:
    """One condition, as it is written."""
    after = show_duration(one.seconds)
    event = _EVENTS.get(one.trigger, f"{one.subject} {one.trigger}".strip())
    written = {
        "time": f"at {after}",
        "silence": f"no {one.subject} update for {after}",
        "change": f"{after} after {one.subject}",
        "helped": f"{after} after {one.subject} helped",
        "in place": f"while {one.subject} in place for {after}",
        "unled": f"nobody in command for {after}",
        "impact": f"impact for {after}",
        "real": f"hazard {one.subject} is real",
    }
    return written.get(one.trigger) or (f"{after} after {event}" if one.seconds else event)


def _endings(scenario: Scenario) -> Iterator[Item]:
    file = next(iter(scenario.causes.values())).origin.file
    yield from (Item("ending", why, Origin(file, 1, 1)) for why in ENDINGS)


def _company(scenario: Scenario) -> Iterator[Item]:
    for change in scenario.organisation.runbook.values():
        yield Item("change", change.name, change.origin, own=False)
    for alert in scenario.organisation.alerts:
        yield Item("alert", alert.name, alert.origin, own=False)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3].rstrip()}..."
