"""Journeys alike: no two journeys need the same services.

Why: two that go the same way always fail together. Their shares are one share, and what is affected reads
like two findings where there is one.

Bad:
    -   find:    {share: 15%, needs: [search]}
    +   find:    {share: 15%, needs: [web]}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "journeys-alike"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each journey that needs exactly what an earlier one needs."""
    organisation = draft.value
    first: dict[frozenset[str], str] = {}
    for name, journey in organisation.journeys.items():
        needed = frozenset[str]().union(*(organisation.closures[need] for need in journey.needs))
        other = first.setdefault(needed, name)
        if other != name:
            yield draft.at("journeys", name).key_problem(
                f"{quoted(name)} needs just what {quoted(other)} needs, so they always fail together",
                "one journey with both shares, or a service that only one of them needs",
            )
