"""A cause nobody feels: every cause makes some customers fail, or lose work, at some time.

Why: the one currency of impact is customers whose journeys fail. A cause that touches no journey is an
outage in which doing nothing is best.

Bad:
    -     does: {to: db/2, errors: 90%}
    +     does: {to: db/2, errors: 0%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.critic.symptoms import course
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "cause-nobody-feels"
OF: Kind = "scenario"
TASTE = False
AN_OUTAGE = 0.001
"""A smaller share of customers is nothing that anybody would call an outage (assumption). Whether outsiders
notice is another question, with a number of its own: it depends on how many are active at that hour."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each cause under which no customer ever fails."""
    for name in draft.value.causes:
        states = (moment.state for moment in course(draft.value, name))
        if max(state.failing + state.losing + state.stranding for state in states) < AN_OUTAGE:
            yield draft.at("causes", name).key_problem(
                f"no customer ever feels the cause {quoted(name)}",
                "effects on services that a journey needs, strong enough to fail some of it",
            )
