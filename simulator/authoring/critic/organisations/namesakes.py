"""Namesakes: no two people of a company have the same first name.

Why: on the call people are called by their first names. `page sam` of two is a question back, and in the
debrief nobody can tell who was who.

Exception: a company whose two of a name are what an outage is about.

Bad:
    -   ben: {name: Ben Holt, site: here, team: site, knows: [web, search]}
    +   ben: {name: Ada Holt, site: here, team: site, knows: [web, search]}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "namesakes"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each person whose first name somebody above them has."""
    first: dict[str, str] = {}
    for id_, person in draft.value.people.items():
        other = first.setdefault(person.first_name.casefold(), id_)
        if other != id_:
            yield draft.at("people", id_, "name").problem(
                f"{quoted(other)} is called {quoted(person.first_name)} too", "another first name"
            )
