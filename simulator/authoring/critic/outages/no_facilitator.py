"""No facilitator's note: the outage says what to watch for and what to ask afterwards.

Why: on a game day somebody who has not written the outage leads it. Two questions are what they need.

Bad:
    - facilitator: Watch who looks before they order. Ask what would have told them that they were wrong.
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "no-facilitator"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when there is no note."""
    if not draft.value.facilitator.strip():
        yield draft.at("facilitator").key_problem(
            "there is no note for a facilitator", "'facilitator': what to watch for, what to ask afterwards"
        )
