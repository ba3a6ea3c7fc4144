"""Lopsided causes: no cause is drawn nearly always, and none nearly never.

Why: when the seed draws the same cause nine times in ten, the others are decoration: nobody meets them, and
betting on the usual one is right without looking.

Bad:
    -     weight: 5
    +     weight: 50
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "lopsided-causes"
OF: Kind = "scenario"
TASTE = True
MOST, LEAST = 0.8, 0.03
"""Shares of the draws (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cause that is drawn too often or too rarely."""
    for name, share in draft.value.prior.items():
        if len(draft.value.prior) > 1 and not LEAST <= share <= MOST:
            often = "nearly always" if share > MOST else "nearly never"
            message = f"the seed draws {quoted(name)} {often}: {share:.0%} of the time"
            yield draft.at("causes", name, "weight").key_problem(
                message, f"between {LEAST:.0%} and {MOST:.0%}", "bring the weights closer together"
            )
