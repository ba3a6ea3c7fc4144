"""Worse hears later: the higher the severity, the sooner an audience hears.

Why: a process that gives more time for a worse incident is a slip of the pen.

Bad:
    -   leadership:  {first: {high: 15m, low: 30m}, then: {high: 30m}, source: our handbook of 2024}
    +   leadership:  {first: {high: 45m, low: 30m}, then: {high: 30m}, source: our handbook of 2024}
"""

from collections.abc import Iterator
from itertools import pairwise

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import show_duration

NAME = "worse-hears-later"
OF: Kind = "doctrine"
TASTE = False


def findings(draft: Draft[Doctrine]) -> Iterator[Problem]:
    """A finding for each clock and severity that waits longer than the next lower one."""
    for name, clock in draft.value.clocks.items():
        for higher, lower in pairwise(clock.first):
            if clock.first[higher] > clock.first[lower]:
                yield draft.at("clocks", name, "first", higher).key_problem(
                    f"at {quoted(higher)} the first update may come later than at {quoted(lower)}",
                    f"at most {show_duration(clock.first[lower])}",
                )
