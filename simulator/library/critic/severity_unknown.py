"""An unknown severity: the levels that an outage calls right are levels of its doctrine.

Why: a level that the process does not know binds nobody. The commander is held to nothing, and the author
thinks that it is judged.

Bad:
    -   - {level: high, when: impact for 60m, because: it does not end}
    +   - {level: hihg, when: impact for 60m, because: it does not end}
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.library.outage import Outage

NAME = "severity-unknown"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Outage]) -> Iterator[Problem]:
    """A finding for each level that the doctrine knows neither by name nor by alias."""
    doctrine = draft.value.doctrine
    for number, warrant in enumerate(draft.value.scenario.severity):
        for level in warrant.levels:
            if not doctrine.knows(level):
                yield draft.at("severity", number, "level").problem(
                    f"the doctrine {doctrine.id} has no severity {level!r}",
                    f"one of: {', '.join(doctrine.severities)}",
                )
