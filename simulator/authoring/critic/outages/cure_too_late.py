"""A cure too late: every cause can be cured within the expected length of the outage.

Why: `length` is what a facilitator plans with, and `limit` cuts a play off. A cure whose median time, with
all that must come before it, is longer than that cannot be seen to work.

Bad:
    - length: 40m
    + length: 6m
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.cures import soonest
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.duration import show_minutes
from simulator.domain.scenario import Scenario

NAME = "cure-too-late"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cause whose quickest cure takes longer than the outage."""
    end = min(draft.value.length, draft.value.limit)
    for name in draft.value.causes:
        least = soonest(draft.value, name)
        if least is not None and least > end:
            yield draft.at("length").problem(
                f"the quickest cure of {quoted(name)} takes {show_minutes(least)} until it shows",
                f"a length of more than {show_minutes(least)}",
                "or a quicker cure",
            )
