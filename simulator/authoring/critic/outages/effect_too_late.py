"""An effect too late: what a cause does sets in before the exercise is over.

Why: an effect that is due at the limit is never felt, and the author expects a second act.

Bad:
    -     does: {to: db/2, errors: 90%}
    +     does: [{to: db/2, errors: 90%}, {at: 3h, to: db/3, errors: 90%}]
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft, effects_of_causes
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import show_duration
from simulator.domain.scenario import Scenario

NAME = "effect-too-late"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each effect of a cause that sets in at the limit or later."""
    for node, effect in effects_of_causes(draft):
        if effect.at >= draft.value.limit:
            yield node["at"].problem(
                f"the exercise is over after {show_duration(draft.value.limit)}, so this is never felt",
                "an earlier time",
            )
