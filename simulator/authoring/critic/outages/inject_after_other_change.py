"""An inject after another change: what follows a change follows one that the outage speaks of.

Why: a reaction to a change that does nothing here, and is not even named, comes only when somebody tries it
in vain; more often it is left over from another outage.

Bad:
    -   - {when: 5m after clear cache, who: support, says: "It is slower than before!"}
    +   - {when: 5m after restart db, who: support, says: "It is slower than before!"}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "inject-after-other-change"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each inject that waits for a change which the outage does not name."""
    named = {*draft.value.outcomes, *(danger.change for danger in draft.value.dangers)}
    for number, inject in enumerate(draft.value.injects):
        if inject.trigger == "change" and inject.subject not in named:
            yield draft.at("injects", number, "when").problem(
                f"this waits for {quoted(inject.subject)}, which the outage does not speak of",
                "a change that is named under changes or hazards",
            )
