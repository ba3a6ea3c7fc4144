"""A hazard never real: a hazard with odds is real under some cause.

Why: with odds of nothing under every cause the harm that is described never comes.

Bad:
    -       odds: {stuck primary: 5%, always: 20%}
    +       odds: {always: 0%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "hazard-never-real"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each hazard whose odds are 0 under every cause."""
    for danger in draft.value.dangers:
        if not any(danger.odds.values()):
            yield draft.at("hazards", danger.change, danger.hazard, "odds").key_problem(
                f"{quoted(danger.hazard)} is never real", "odds above 0% under some cause"
            )
