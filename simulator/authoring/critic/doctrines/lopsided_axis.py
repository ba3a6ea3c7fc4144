"""A lopsided axis: no rule has nearly all the points of its axis.

Why: the grade is gated by the weakest axis. One on which a single rule decides turns on a single mistake.

Bad:
    -   sequencing: {one-change-at-a-time: 30, verify-before-next: 30, right-signal: 15}
    +   sequencing: {one-change-at-a-time: 90, verify-before-next: 5}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.doctrine import Doctrine

NAME = "lopsided-axis"
OF: Kind = "doctrine"
TASTE = True
MOST = 0.75
"""The share of an axis that one rule may have (assumption)."""


def findings(draft: Draft[Doctrine]) -> Iterator[Problem]:
    """A finding for each rule with more than its share."""
    for axis, rules in draft.tree["axes"]:
        points = {name: draft.value.weights[name] for name in rules.names}
        for name, weight in points.items():
            if weight > MOST * sum(points.values()):
                share = weight / sum(points.values())
                yield rules[name].key_problem(
                    f"{quoted(name)} has {share:.0%} of the points of {quoted(axis)}", f"at most {MOST:.0%}"
                )
