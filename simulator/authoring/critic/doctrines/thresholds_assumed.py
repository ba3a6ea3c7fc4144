"""Thresholds assumed: at most three in four thresholds rest on nothing but the word *assumption*.

Why: verdicts hang on these numbers. Whoever disagrees with one must find out where it comes from; an
assumption that says why it is plausible is better than none.

Bad:
    -   declare within:          {value: 5m, source: assumption; as our own reviews ask for}
    +   declare within:          {value: 5m, source: assumption}

    -   scope within:            {value: 10m, source: our handbook of 2024}
    +   scope within:            {value: 10m, source: assumption}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.shapes.thresholds import OURS
from simulator.domain.doctrine import Doctrine

NAME = "thresholds-assumed"
OF: Kind = "doctrine"
TASTE = True
MOST = 0.75
BARE = "assumption"


def findings(draft: Draft[Doctrine]) -> Iterator[Problem]:
    """One when too many thresholds are bare assumptions."""
    written = (one.source for one in draft.value.thresholds.values() if one.source != OURS)
    sources = [source.strip().rstrip(".").lower() for source in written]
    bare = sources.count(BARE)
    if bare > MOST * len(sources):
        yield draft.at("thresholds").key_problem(
            f"{bare} of {len(sources)} thresholds are bare assumptions",
            "where a number comes from, or 'assumption; ' and why it is plausible",
        )
