"""A severity too late: every severity can become right before the exercise is over.

Why: at the limit the play ends. What is due at that second or later is never judged, and nobody learns to
raise the level.

Bad:
    -   - {level: high, when: impact for 60m, because: it does not end}
    +   - {level: high, when: impact for 4h, because: it does not end}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import show_duration
from simulator.domain.scenario import Scenario

NAME = "severity-too-late"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each severity that is due at the limit at the earliest."""
    limit = draft.value.limit
    for number, warrant in enumerate(draft.value.severity):
        if any(sign.seconds >= limit for sign in warrant.signs):
            yield draft.at("severity", number, "when").problem(
                f"the exercise is over after {show_duration(limit)}, so this is never right",
                f"a time of less than {show_duration(limit)}",
            )
