"""Much to weigh: the best order of what can be done is found while one waits.

Why: the debrief names the best choice at each decision, by trying the orders of all changes that work, all
places that tell something and all hazards that can be checked. Each of them doubles the work or more, and
with many a review takes minutes. A long relief under several causes (`always: {relieves: 35% for 30m}`)
weighs as much as five of them: everything else may be decided at any minute of it.

Exception: causes that exclude most of it early keep the search short; say so in an allowance.

Bad:
    - clues:
    + clues:
    +   question 1?: [{says: "Yes.", odds: {crawler: 60%, always: 5%}}]
    +   question 2?: [{says: "Yes.", odds: {crawler: 60%, always: 5%}}]
    +   ...
"""

from collections.abc import Iterator

from simulator.authoring.critic.choices import bits
from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "much-to-weigh"
OF: Kind = "scenario"
TASTE = True
MOST = 24
"""A power of two. Up to it a search took seconds when this was measured, at 27 half a minute."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when there are too many situations to tell apart."""
    size = bits(draft.value)
    if size > MOST:
        yield draft.at("changes").key_problem(
            f"there are some 2^{size:.0f} situations to weigh, so a review may take long",
            f"2^{MOST} at most: fewer changes that work, places that tell something, hazards, "
            "or long reliefs under several causes",
        )
