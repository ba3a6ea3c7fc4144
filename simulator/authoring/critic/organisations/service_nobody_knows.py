"""Service nobody knows: somebody on a rota knows every service, or is of the team that runs it.

Why: only who knows a place or runs it finds anything there. A service that nobody knows is one that nobody
can look into, and everything that is wrong with it has to be guessed.

Bad:
    -   ada: {name: Ada Moss, site: here, team: data, knows: [db, cache]}
    +   ada: {name: Ada Moss, site: here, team: site, knows: [db]}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "service-nobody-knows"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each service of ours that nobody who can be paged knows or runs."""
    organisation = draft.value
    called = {
        person
        for rota in organisation.rotas.values()
        for people in (rota.otherwise, *(some for _, some in rota.by_site))
        for person in people
    }
    known = {place for person in called for place in organisation.people[person].knows}
    running = {organisation.people[person].team for person in called}
    for name, service in organisation.services.items():
        if name not in known and service.team not in running and not service.outside:
            yield draft.at("services", name).key_problem(
                f"nobody on a rota knows {quoted(name)} or is of its team",
                f"somebody with 'knows: [{name}]', or of {service.team}",
            )
