"""Too long: an exercise ends within two days, a boss within seven, and its trouble began no longer before.

Why: every stakeholder, alert and inject of a play lives until the limit. Nobody plays for a month, and a
file that asks for it would fill the memory of whoever opens it. An outage that says `boss: yes` may last a
week.

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
MOST, BOSS = 2 * DAY, 7 * DAY


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for a limit, or a beginning, that lies further away than is allowed."""
    scenario = draft.value
    most = BOSS if scenario.boss else MOST
    if scenario.limit > most:
        key = "limit" if draft.tree["limit"].present else "length"
        yield draft.at(key).problem(
            f"this could run for {show_duration(scenario.limit)}", f"a limit of at most {show_duration(most)}"
        )
    began = -min((effect.at for cause in scenario.causes.values() for effect in cause.effects), default=0)
    if began > most:
        yield draft.at("began").problem(
            f"the trouble began {show_duration(began)} ago", f"at most {show_duration(most)}"
        )
