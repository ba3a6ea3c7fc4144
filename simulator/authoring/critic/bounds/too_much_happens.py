"""Too much happens: causes are few enough to reckon with, and no cause or change brings more than 100
effects.

Why: health is worked out from all effects at every event, and belief and the best order over all causes. A
file beyond these bounds would let a play crawl.

Bad:
    -     does: {to: db/2, errors: 90%}
    +     does:
    +       - {to: db/2, errors: 90%}
    +       - {at: 1m, to: db/2, errors: 1%}
    +       ...
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import Node
from simulator.domain.scenario import Scenario

NAME = "too-much-happens"
OF: Kind = "scenario"
TASTE = False
EFFECTS, CAUSES = 100, 24
_LISTS = ("does", "harms")


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for too many causes, and for each list of effects that is too long."""
    causes = len(draft.value.causes)
    if causes > CAUSES:
        yield draft.at("causes").key_problem(f"there are {causes} causes", f"at most {CAUSES}")
    for node in _lists(draft.tree):
        if len(node.each) > EFFECTS:
            yield node.key_problem(f"there are {len(node.each)} effects here", f"at most {EFFECTS}")


def _lists(tree: Node) -> Iterator[Node]:
    """Every list of effects."""
    yield from (cause["does"] for _, cause in tree["causes"])
    outcomes = [outcome for _, under in tree["changes"] for _, outcome in under]
    yield from (outcome[key] for outcome in outcomes for key in _LISTS)
    yield from (danger["harms"] for _, dangers in tree["hazards"] for _, danger in dangers)
    yield from (inject["does"] for inject in tree["injects"].each)
