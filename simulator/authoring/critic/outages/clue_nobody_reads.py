"""A clue nobody reads: for every service with clues, somebody on call at the start knows it.

Why: who does not know a place finds nothing there. A clue that nobody who can be paged at that hour can
read is never heard.

Bad:
    -   search:
    +   mail:
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "clue-nobody-reads"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each service with clues that nobody on call knows."""
    organisation = draft.value.organisation
    called = {
        person for team in organisation.teams for person in organisation.on_call(team, draft.value.starts)
    }
    known = {place for person in called for place in organisation.people[person].knows}
    for place in draft.value.clues:
        if place in organisation.services and place not in known:
            yield draft.at("clues", place).key_problem(
                f"nobody on call at the start knows {quoted(place)}",
                "another place or hour, or someone in the organisation's file who knows it",
            )
