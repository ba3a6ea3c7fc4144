"""Nobody minds silence: some inject happens because an audience heard nothing.

Why: telling people is half of the work of a commander. An outage in which silence costs nothing teaches
that it does.

Bad:
    -   - {when: no support update for 12m, who: support, says: "What do I tell them?"}
    +   - {when: at 12m, who: support, says: "What do I tell them?"}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "nobody-minds-silence"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when no inject is set off by silence."""
    if not any(inject.trigger == "silence" for inject in draft.value.injects):
        yield draft.at("injects").key_problem(
            "nobody minds silence", "an inject such as 'when: no support update for 12m'"
        )
