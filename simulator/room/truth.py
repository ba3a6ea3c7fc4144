"""What changes would really do now, for the facilitator alone: those that help, and those ordered."""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.domain.attempt import attempts
from simulator.domain.duration import show_minutes
from simulator.domain.entry import each
from simulator.domain.fact import HazardDrawn
from simulator.domain.prose.course import what_happens
from simulator.domain.scenario import Effect, Outcome
from simulator.reasoning import in_place
from simulator.scoring.case import Case

Json = Mapping[str, Any]


def cures(case: Case, cause: str) -> list[Json]:
    """What would help under the real cause, what ends it first; and what it needs that is not in place."""
    scenario = case.scenario
    helps = [(change, scenario.outcome(change, cause)) for change in scenario.organisation.runbook]
    placed = in_place(case.entries, case.end + 1)
    found = [(change, outcome) for change, outcome in helps if _helps(outcome, placed)]
    found.sort(key=lambda pair: (not pair[1].cures, not pair[1].stops, -pair[1].chance))
    return [_told(case, change, outcome) for change, outcome in found]


def _helps(outcome: Outcome, placed: frozenset[str]) -> bool:
    """Whether a change would make something better now, though another may have to come first."""
    if outcome.cures or outcome.stops or outcome.relieves or outcome.merges:
        return True
    ready = placed.issuperset(outcome.after)
    return (bool(outcome.does) and ready) or not placed.isdisjoint(outcome.mends)


def ordered(case: Case, cause: str) -> list[Json]:
    """What each change that was ordered will do, or does, under the real cause."""
    return [
        {"id": attempt.id, **_told(case, attempt.change, case.scenario.outcome(attempt.change, cause))}
        for attempt in attempts(case.entries)
        if attempt.failed is None and attempt.reverted is None
    ]


def _told(case: Case, change: str, outcome: Outcome) -> Json:
    placed = in_place(case.entries, case.end + 1)
    return {
        "change": change,
        "what": what_it_does(outcome),
        "chance": outcome.chance if _ends_or_eases(outcome) else None,
        "needs": [part for part in outcome.after if part not in placed],
        "in_place": change in placed,
        "harms": [harm(effect) for effect in outcome.harms],
        "dangers": list(_dangers(case, change)),
    }


def _ends_or_eases(outcome: Outcome) -> bool:
    """Whether there is a chance to speak of: what only does its own work is not likely to help by that."""
    acts = outcome.cures or outcome.stops or outcome.relieves is not None
    return acts and not outcome.fails


def _dangers(case: Case, change: str) -> Iterator[Json]:
    """Each warning of the runbook on a change, and whether it is true today."""
    for _, fact in each(case.entries, HazardDrawn):
        if fact.change == change:
            yield {"hazard": fact.hazard, "holds": fact.holds}


def what_it_does(outcome: Outcome) -> str:
    """What a change does about what is wrong, in a few words."""
    if outcome.fails:
        return "cannot be made as things are, and does nothing"
    if outcome.cures:
        return "ends it"
    if outcome.stops:
        return "keeps it from spreading"
    if outcome.relieves:
        share, seconds = outcome.relieves
        return f"takes {100 * share:.0f} % away for {show_minutes(seconds)}"
    if outcome.mends:
        return f"mends what '{outcome.mends[0]}' did"
    if outcome.merges:
        return "brings the two sides together again"
    if outcome.does:
        return f"mends nothing, and does this: {'; '.join(map(harm, outcome.does))}"
    return "does nothing about what is wrong"


def harm(effect: Effect) -> str:
    """Something that comes with a change in any case."""
    lasts = "" if effect.lasts is None else f", for {show_minutes(effect.lasts)}"
    return f"{what_happens(effect.to, effect.part or 0, effect.kind, effect.amount)}{lasts}"
