"""Too much to weigh: the best order of what can be done is found at all.

Why: every change that works, every place that tells something and every hazard multiplies the situations
that the search for the best choice may meet. Beyond this bound a review would not come back.

Bad:
    - clues:
    + clues:
    +   question 1?: [{says: "Yes.", odds: {crawler: 60%, always: 5%}}]
    +   question 2?: [{says: "Yes.", odds: {crawler: 60%, always: 5%}}]
    +   ...
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario
from simulator.domain.situations import bits

NAME = "too-much-to-weigh"
OF: Kind = "scenario"
TASTE = False
MOST = 40
"""A power of two; no search comes to the end of so many (assumption). `much-to-weigh` speaks earlier."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when there are too many situations for any search."""
    size = bits(draft.value)
    if size > MOST:
        yield draft.at("changes").key_problem(
            f"there are some 2^{size:.0f} situations to weigh, more than any search comes to the end of",
            f"2^{MOST} at most: fewer changes that work, places that tell something, hazards, "
            "or long reliefs under several causes",
        )
