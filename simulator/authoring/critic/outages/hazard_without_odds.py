"""A hazard without odds: where an outage says what a change does, it says how likely its hazards are.

Why: a hazard that the outage is silent about is never real, so a check of it is time lost; whoever wrote
the change meant it to be a choice, and the danger belongs to the choice.

Exception: a change that the outage does not name needs no odds.

Bad:
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
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "hazard-without-odds"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each hazard of a named change that the outage gives no odds for."""
    for change in draft.value.outcomes:
        given = {danger.hazard for danger in draft.value.dangers_of(change)}
        for hazard in draft.value.organisation.runbook[change].hazards:
            if hazard.name not in given:
                yield draft.at("changes", change).key_problem(
                    f"nothing says how likely {quoted(hazard.name)} is, so it is never real",
                    f"odds and harms for it under hazards, {quoted(change)}",
                )
