"""No severity: an outage says which severity is right, and from when.

Why: what is not written is not judged. A commander who calls everything a catastrophe, or nothing, hears no
word about it in the debrief.

Bad:
    - severity:
    -   - {level: [high, low], because: some cannot buy}
    -   - {level: high, when: impact for 60m, because: it does not end}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "no-severity"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for an outage that is silent about it."""
    if not draft.value.severity:
        yield draft.at("scenario").problem(
            "nothing says which severity is right, so none is judged",
            "'severity', a list of levels: {level: P1, because: many cannot buy}",
        )
