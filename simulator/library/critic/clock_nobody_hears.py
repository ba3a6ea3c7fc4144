"""A clock nobody hears: every clock of the doctrine has a stakeholder in the organisation.

Why: a commander is marked for telling an audience in time. Where the organisation has nobody who belongs to
it, the mark is for talking to the wall.

Bad:
    -   sellers: {hears: sales, patience: 30m}
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.library.outage import Outage

NAME = "clock-nobody-hears"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Outage]) -> Iterator[Problem]:
    """A finding for each clock that asks for updates which no stakeholder hears."""
    organisation, doctrine = draft.value.scenario.organisation, draft.value.doctrine
    heard = {each.hears for each in organisation.stakeholders.values()}
    key = "doctrine" if draft.tree["doctrine"].present else "organisation"
    for audience, clock in doctrine.clocks.items():
        if clock.first and audience not in heard:
            yield draft.at(key).problem(
                f"the doctrine {doctrine.id} has a clock for {audience!r}, "
                f"and nobody at {organisation.id} hears that",
                f"a stakeholder with 'hears: {audience}', or another doctrine",
            )
