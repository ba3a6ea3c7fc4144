"""A cure for everything: no quick change cures every cause by itself.

Why: where one change is right whatever is wrong, nobody needs to find out what is wrong.

Exception: a slow one is the hotfix that is always there; only what takes 20 minutes or less counts.

Bad:
    -     always: {harms: {to: web, errors: 4%, for: 6m}}
    +     always: {cures: 90%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Outcome, Scenario

NAME = "cure-for-everything"
OF: Kind = "scenario"
TASTE = True
QUICK = 20 * MINUTE
"""As `easy takes at most` of the shipped doctrines (assumption)."""
SURE = 0.6


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each quick change that cures under every cause."""
    scenario = draft.value
    for change in scenario.outcomes:
        quick = scenario.organisation.runbook[change].takes.median <= QUICK
        every = all(_cures(scenario.outcome(change, cause)) for cause in scenario.causes)
        if quick and every and len(scenario.causes) > 1:
            yield draft.at("changes", change).key_problem(
                f"{quoted(change)} cures whatever is wrong", "a cure for some of the causes"
            )


def _cures(outcome: Outcome) -> bool:
    return outcome.cures and outcome.chance >= SURE and not outcome.after
