"""Service unused: every service is needed by some journey, or stands before one that is.

Why: what no customer passes can break without anybody noticing, so no outage can be about it.

Exception: a provider's service, one with a signal or a change of its own, and one that changes are made with
or that the response itself needs as a tool, is there for those who work.

Bad:
    - services:
    + services:
    +   ledger: {team: data, about: Numbers for the accountants.}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "service-unused"
OF: Kind = "organisation"
TASTE = True


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each service that no journey reaches, and that sends work to none that is reached."""
    organisation = draft.value
    passed = frozenset[str]().union(
        *(organisation.reaches[need] for journey in organisation.journeys.values() for need in journey.needs)
    )
    worked_on = {signal.of for signal in organisation.signals.values()}
    worked_on |= {change.on for change in organisation.runbook.values()} | worked_with(organisation)
    for name, service in organisation.services.items():
        if service.outside or name in worked_on:
            continue
        if name not in passed and not organisation.reaches[name] & passed:
            yield draft.at("services", name).key_problem(
                f"no journey needs {quoted(name)}", "a journey, or a service of one, that needs it"
            )


def worked_with(organisation: Organisation) -> frozenset[str]:
    """The services that changes are made with and that the response needs, and what those need."""
    tools = {*organisation.tools.values(), *(change.through for change in organisation.runbook.values())}
    return frozenset[str]().union(*(organisation.reaches[tool] for tool in sorted(tools) if tool))
