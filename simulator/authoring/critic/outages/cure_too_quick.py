"""A cure too quick: no cure is done before anything can be learnt.

Why: an outage whose first order ends it within a few minutes asks for no update, no verification, no second
thought. What is decided between the order and its effect is the lesson.

Bad:
    -     bad release: {relieves: 15% for 20m}
    +     bad release: {cures: 90%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.cures import curing
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.duration import MINUTE, show_minutes
from simulator.domain.scenario import Scenario

NAME = "cure-too-quick"
OF: Kind = "scenario"
TASTE = True
LEAST = 3 * MINUTE
"""Median time of a cure that leaves something to decide (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cure that takes less than `LEAST`."""
    for cause in draft.value.causes:
        for change, outcome in curing(draft.value, cause):
            takes = draft.value.organisation.runbook[change].takes.median
            if takes < LEAST and not outcome.after:
                under = cause if cause in draft.value.outcomes[change] else "always"
                yield draft.at("changes", change, under).key_problem(
                    f"{quoted(change)} cures {quoted(cause)} in {show_minutes(takes)}",
                    f"a cure of at least {show_minutes(LEAST)}",
                    "let it relieve only, or let it need another change first",
                )
