"""A team asleep: every team that the outage needs has somebody on call when it starts.

Why: a page to a team whose rota is empty at that hour is a page to nobody. Whoever owns what breaks, or
what has to be changed, must be there to be woken.

Exception: waking the wrong office can be the lesson; say so in an allowance.

Bad:
    - starts: Tue 14:05
    + starts: Sun 03:05
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario
from simulator.domain.week import show_moment

NAME = "team-asleep"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each team that is needed and has nobody on call."""
    organisation, starts = draft.value.organisation, draft.value.starts
    for team in dict.fromkeys(organisation.services[name].team for name in _touched(draft.value)):
        if not organisation.on_call(team, starts):
            yield draft.at("starts").problem(
                f"nobody of {quoted(team)} is on call on {show_moment(starts)} UTC",
                "another hour, or 'otherwise' in the rota of that team",
            )


def _touched(scenario: Scenario) -> Iterator[str]:
    """The services that break under some cause, or that a named change is made on."""
    yield from (effect.to for cause in scenario.causes.values() for effect in cause.effects)
    yield from (scenario.organisation.runbook[change].on for change in scenario.outcomes)
