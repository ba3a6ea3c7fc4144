"""Too long: an exercise ends within two days, and its trouble had begun no longer before.

Why: every stakeholder, alert and inject of a play lives until the limit. Nobody plays for a week, and a
file that asks for it would fill the memory of whoever opens it.

Bad:
    - length: 40m
    + length: 40m
    + limit: 30d
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import DAY, show_duration
from simulator.domain.scenario import Scenario

NAME = "too-long"
OF: Kind = "scenario"
TASTE = False
MOST = 2 * DAY


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for a limit, or a beginning, that lies further away than `MOST`."""
    scenario = draft.value
    if scenario.limit > MOST:
        key = "limit" if draft.tree["limit"].present else "length"
        yield draft.at(key).problem(
            f"this could run for {show_duration(scenario.limit)}", f"a limit of at most {show_duration(MOST)}"
        )
    began = -min((effect.at for cause in scenario.causes.values() for effect in cause.effects), default=0)
    if began > MOST:
        yield draft.at("began").problem(
            f"the trouble began {show_duration(began)} ago", f"at most {show_duration(MOST)}"
        )
