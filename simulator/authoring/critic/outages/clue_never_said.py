"""A clue never said: some cause makes every clue possible.

Why: with odds of nothing under every cause nobody ever hears it.

Bad:
    -       odds: {always: 60%}
    +       odds: {always: 0%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "clue-never-said"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each clue whose odds are 0 under every cause."""
    for place, clues in draft.value.clues.items():
        for number, clue in enumerate(clues):
            if not any(clue.odds.values()):
                yield draft.at("clues", place, number, "odds").key_problem(
                    "nobody ever says this", "odds above 0% under some cause"
                )
