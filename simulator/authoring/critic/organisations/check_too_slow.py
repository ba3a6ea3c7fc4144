"""A check too slow: checking a hazard takes less time than making the change.

Why: a pre-check is worth its time because it is cheap. One that takes longer than the change itself is
never the best choice, so its hazard is a trap rather than a decision.

Bad:
    -     hazards: {replica is behind: 1m}
    +     hazards: {replica is behind: 9m}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.duration import show_duration
from simulator.domain.organisation import Organisation

NAME = "check-too-slow"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each hazard whose check takes as long as its change."""
    for name, change in draft.value.runbook.items():
        for hazard in change.hazards:
            if hazard.check >= change.takes.median:
                yield draft.at("runbook", name, "hazards", hazard.name).problem(
                    f"the check of {quoted(hazard.name)} takes as long as the change itself",
                    f"less than {show_duration(change.takes.median)}",
                )
