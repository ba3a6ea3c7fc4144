"""Silence at the top: at the highest severity every audience is to be told something.

Why: a clock that does not name a severity asks for nothing at it. That is fine for a small incident, and a
gap in the process for the largest.

Bad:
    -   sales:       {first: {high: 30m}, then: 1h, source: our handbook of 2024}
    +   sales:       {first: {low: 30m}, then: 1h, source: our handbook of 2024}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.doctrine import Doctrine

NAME = "top-severity-silent"
OF: Kind = "doctrine"
TASTE = True


def findings(draft: Draft[Doctrine]) -> Iterator[Problem]:
    """A finding for each clock without a first update at the highest severity."""
    top = next(iter(draft.value.severities))
    for name, clock in draft.value.clocks.items():
        if top not in clock.first:
            yield draft.at("clocks", name, "first").key_problem(
                f"nobody owes the {quoted(name)} audience anything at {quoted(top)}",
                f"a time for {quoted(top)}",
            )
