"""Nothing harms: some change makes things worse, or may.

Why: where nothing can go wrong, trying everything at once is a good plan. A change that hurts is what makes
checking, staging and asking worth their time.

Bad:
    -     always: {harms: {to: web, errors: 4%, for: 6m}}
    +     always: {says: "All of them are up."}

    - hazards:
    -   fail over db:
    -     replica is behind:
    -       odds: {stuck primary: 5%, always: 20%}
    -       harms: {to: db/2, errors: 100%, for: 10m}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "nothing-harms"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when no change of the outage can do harm."""
    outcomes = [outcome for under in draft.value.outcomes.values() for outcome in under.values()]
    real = any(odds > 0 for danger in draft.value.dangers for odds in danger.odds.values())
    if not any(outcome.harms for outcome in outcomes) and not real:
        yield draft.at("changes").key_problem(
            "nothing that anybody can do makes it worse",
            "a change with 'harms', or a hazard that may be real",
        )
