"""A cure in the briefing: the texts at the start do not name a change that cures.

Why: a commander should find the right change, not read it. A first step that orders the cure ends the
outage for everyone who trusts it.

Bad:
    - first steps: [declare high, page data, signals]
    + first steps: [declare high, page data, order fail over db]
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.outages.cures import ending
from simulator.authoring.critic.outages.words import says, shown_at_the_start
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "cure-in-briefing"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each text at the start that names a change which ends some cause."""
    cures = dict.fromkeys(change for cause in draft.value.causes for change in ending(draft.value, cause))
    for node in shown_at_the_start(draft):
        for change in cures:
            if says(node.text or "", change):
                yield node.problem(
                    f"this names {quoted(change)}, which cures", "a text that leaves it to be found"
                )
