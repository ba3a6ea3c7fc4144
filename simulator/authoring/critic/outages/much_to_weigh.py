"""Much to weigh: the best order of what can be done is found while one waits.

Why: the debrief names the best choice at each decision, by trying the orders of all changes that work, all
places that tell something and all hazards that can be checked. Each of them doubles the work or more, and
beyond 2^24 one looks only three decisions ahead. A long relief under several causes (`always: {relieves:
35% for 30m}`) weighs as much as five of them: everything else may be decided at any minute of it.

Exception: an outage that is large on purpose; say so in an allowance. Its choices are still weighed, with
what comes later taken to be decided knowing the cause.

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
from simulator.domain.situations import EXACT, bits

NAME = "much-to-weigh"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when there are too many situations to tell apart."""
    size = bits(draft.value)
    if size > EXACT:
        yield draft.at("changes").key_problem(
            f"there are some 2^{size:.0f} situations to weigh, too many to find the best order for certain",
            f"2^{EXACT} at most: fewer changes that work, places that tell something, hazards, "
            "or long reliefs under several causes",
        )
