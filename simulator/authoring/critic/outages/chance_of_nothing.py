"""A chance of nothing: what a change cures, stops, relieves or does has a chance above 0 %.

Why: `cures: 0%` looks like a cure and is none. What does nothing needs no line, or `nothing: yes` where
`always` says otherwise.

Bad:
    -     bad release: {relieves: 10% for 5m}
    +     bad release: {cures: 0%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "chance-of-nothing"
OF: Kind = "scenario"
TASTE = True
_CHANCES = ("cures", "stops", "chance")


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each chance of 0 %."""
    for change, outcomes in draft.value.outcomes.items():
        for cause, outcome in outcomes.items():
            written = draft.tree["changes"][change][cause]
            for key in _CHANCES if outcome.chance == 0 else ():
                if written[key].present:
                    yield written[key].problem(
                        "with a chance of 0% this does nothing", "a chance above 0%, or 'nothing: yes'"
                    )
