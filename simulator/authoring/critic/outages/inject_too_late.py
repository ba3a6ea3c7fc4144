"""An inject too late: every inject can happen before the exercise is over.

Why: at the limit the play ends. What is due at that second or later is never said.

Bad:
    -   - {when: at 6m, who: ben, says: "Shall I restart it?"}
    +   - {when: at 3h, who: ben, says: "Shall I restart it?"}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import show_duration
from simulator.domain.scenario import Scenario

NAME = "inject-too-late"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each inject that is due at the limit at the earliest."""
    limit = draft.value.limit
    for number, inject in enumerate(draft.value.injects):
        if inject.seconds >= limit:
            yield draft.at("injects", number, "when").problem(
                f"the exercise is over after {show_duration(limit)}, so this never happens",
                f"a time of less than {show_duration(limit)}",
            )
