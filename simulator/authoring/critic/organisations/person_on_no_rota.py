"""Person on no rota: everyone can be paged at some hour.

Why: somebody whom no rota names never comes to an incident, whatever they know.

Bad:
    - people:
    + people:
    +   eva: {name: Eva Lund, site: here, team: data, knows: [db]}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.organisation import Organisation

NAME = "person-on-no-rota"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each person whom no rota names."""
    named = {person for rota in draft.value.rotas.values() for person in rota.otherwise}
    named |= {
        person for rota in draft.value.rotas.values() for _, people in rota.by_site for person in people
    }
    for id_, person in draft.value.people.items():
        if id_ not in named:
            yield draft.at("people", id_).key_problem(
                f"{person.name} is on no rota", f"a rota that names {id_}"
            )
