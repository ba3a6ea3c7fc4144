"""A difficulty that does not fit: the number goes with what makes an outage hard.

Why: people choose by it. A first outage with a fix of several parts frightens them off, and a hard one in
which the likeliest cause has a quick cure, no harm and no second act disappoints.

Bad:
    - difficulty: 2
    + difficulty: 5
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.cures import curing
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "difficulty-unfit"
OF: Kind = "scenario"
TASTE = True
EASY, HARD, MANY = 1, 4, 4
"""What counts as easy and as hard, and how many causes are many (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when an easy outage is hard, or a hard one easy."""
    hard = list(_hardships(draft.value))
    stated = draft.value.difficulty
    if stated <= EASY and hard:
        yield draft.at("difficulty").problem(
            f"this is no easy outage: {', '.join(hard)}", f"more than {EASY}"
        )
    if stated >= HARD and not hard:
        yield draft.at("difficulty").problem(
            "nothing makes this outage so hard",
            f"less than {HARD}, or a fix of several parts, a cause that spreads, or {MANY} causes",
        )


def _hardships(scenario: Scenario) -> Iterator[str]:
    if any(_in_parts(scenario, cause) for cause in scenario.causes):
        yield "a cause needs several changes"
    if len(scenario.causes) >= MANY:
        yield f"there are {len(scenario.causes)} causes"
    if scenario.difficulty >= HARD and any(_spreads(scenario, cause) for cause in scenario.causes):
        yield "a cause gets worse later"


def _in_parts(scenario: Scenario, cause: str) -> bool:
    cures = curing(scenario, cause)
    return bool(cures) and all(outcome.after for _, outcome in cures)


def _spreads(scenario: Scenario, cause: str) -> bool:
    return any(effect.at > 0 for effect in scenario.causes[cause].effects)
