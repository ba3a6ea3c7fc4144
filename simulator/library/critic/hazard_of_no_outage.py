"""A hazard of no outage: for every hazard of the runbook, some outage of the organisation gives odds.

Why: a hazard that is real in no outage can be checked for ever and never found.

Exception: an organisation without outages yet is not judged.

Bad:
    -   restart db: {kind: restart, on: db, takes: 12m, undo: never, signal: db time}
    +   restart db:
    +     {kind: restart, on: db, takes: 12m, undo: never, signal: db time, hazards: {it may not come up: 2m}}
"""

from collections.abc import Iterator

from simulator.authoring import Kind, Problem
from simulator.authoring.critic import Draft
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario
from simulator.domain.value import Value

NAME = "hazard-of-no-outage"
OF: Kind = "organisation"
TASTE = True


class Company(Value):
    """An organisation with all of its outages that there are."""

    organisation: Organisation
    outages: tuple[Scenario, ...]


def findings(draft: Draft[Company]) -> Iterator[Problem]:
    """A finding for each hazard that no outage gives odds for."""
    given = {(each.change, each.hazard) for outage in draft.value.outages for each in outage.dangers}
    for name, change in draft.value.organisation.runbook.items() if draft.value.outages else ():
        for hazard in change.hazards:
            if (name, hazard.name) not in given:
                yield draft.at("runbook", name, "hazards", hazard.name).key_problem(
                    f"no outage says how likely {hazard.name!r} is",
                    "odds for it under hazards in some outage",
                )
