"""Never read: `always` is not written where every cause has odds or an outcome of its own.

Why: `always` stands for the causes that are not named. Where all of them are, it is never read, and its
author expects otherwise.

Bad:
    -     bad release: {cures: 90%}
    +     bad release: {cures: 90%}
    +     stuck primary: {relieves: 10% for 5m}
    +     crawler: {relieves: 10% for 5m}
    +     always: {harms: {to: web, errors: 9%, for: 4m}}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.authoring.text.node import Node
from simulator.domain.scenario import Scenario

NAME = "never-read"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each `always` that stands for no cause."""
    for node in _under_causes(draft.tree):
        if node[ALWAYS].present and set(draft.value.causes) <= set(node.names):
            yield node[ALWAYS].key_problem(
                "'always' is never read here: every cause is named", "some cause left to stand for"
            )


def _under_causes(tree: Node) -> Iterator[Node]:
    """Whatever is given under each cause."""
    yield from (outcomes for _, outcomes in tree["changes"])
    yield from (danger["odds"] for _, dangers in tree["hazards"] for _, danger in dangers)
    yield from (clue["odds"] for _, clues in tree["clues"] for clue in clues.each)
