"""No clue between: for every two causes some look tells them apart.

Why: a commander who cannot find out can only try. Some answer of some place should be at least twice as
likely under one cause as under the other.

Bad:
    -       odds: {crawler: 70%, always: 5%}
    +       odds: {crawler: 25%, always: 20%}

    -       odds: {bad release: 75%, always: 15%}
    +       odds: {bad release: 20%, always: 15%}
"""

from collections.abc import Iterator
from itertools import combinations

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Clue, Scenario

NAME = "no-clue-between"
OF: Kind = "scenario"
TASTE = True
TELLS = 2.0
"""How much likelier under the one cause an answer must be (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each pair of causes that no answer tells apart, at the second of them."""
    clues = [clue for clues in draft.value.clues.values() for clue in clues]
    for one, other in combinations(draft.value.causes, 2):
        if not any(_tells(clue, one, other) for clue in clues):
            yield draft.at("causes", other).key_problem(
                f"no clue tells {quoted(other)} from {quoted(one)}",
                f"a clue that is {TELLS:g} times as likely under one of them",
            )


def _tells(clue: Clue, one: str, other: str) -> bool:
    low, high = sorted((clue.odds[one], clue.odds[other]))
    return high > 0 and high >= TELLS * low
