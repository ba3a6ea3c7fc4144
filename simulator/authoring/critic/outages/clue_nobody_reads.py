"""A clue nobody reads: for every place with clues, somebody on call at the start can read it.

Why: who does not know a place finds nothing there. A service is read by whoever knows it or is of its team; a
question is answered by whoever knows any service, or is of a team that runs one. A clue that nobody who can
be paged at that hour can read is never heard, and neither is one that only those may tell who cannot.

Bad:
    -     - says: One address asks for all the maps there are.
    +     - only: [ada]
    +       says: One address asks for all the maps there are.
"""

from collections.abc import Collection, Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario

NAME = "clue-nobody-reads"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each place that nobody on call can read, and each clue whose tellers cannot."""
    organisation = draft.value.organisation
    on_call = _called(draft.value)
    for place, clues in draft.value.clues.items():
        if not _able(on_call, place, organisation):
            yield _unread(draft, place)
            continue
        for number, clue in enumerate(clues):
            if clue.only and not _able(clue.only, place, organisation):
                yield draft.at("clues", place, number, "only").key_problem(
                    f"none of those who alone can tell this {_verb(place, organisation)}",
                    f"someone who {_knows(place, organisation)}",
                )


def _called(scenario: Scenario) -> Collection[str]:
    company = scenario.organisation
    return {person for team in company.teams for person in company.on_call(team, scenario.starts)}


def _able(people: Collection[str], place: str, organisation: Organisation) -> bool:
    """Whether any of these people can read a place, or answer a question."""
    services = organisation.services
    teams = {services[place].team} if place in services else {each.team for each in services.values()}
    some = [organisation.people[person] for person in people]
    return any(person.team in teams or _has_learnt(person.knows, place, organisation) for person in some)


def _has_learnt(knows: Collection[str], place: str, organisation: Organisation) -> bool:
    return place in knows if place in organisation.services else bool(knows)


def _unread(draft: Draft[Scenario], place: str) -> Problem:
    organisation = draft.value.organisation
    return draft.at("clues", place).key_problem(
        f"nobody on call at the start {_verb(place, organisation)}",
        f"another place or hour, or someone in the organisation's file who {_knows(place, organisation)}",
    )


def _verb(place: str, organisation: Organisation) -> str:
    return f"knows {quoted(place)}" if place in organisation.services else f"can answer {quoted(place)}"


def _knows(place: str, organisation: Organisation) -> str:
    return "knows it" if place in organisation.services else "knows some service"
