"""What an organisation's file means: names, shares, cycles, rotas."""

from collections.abc import Iterator

from simulator.authoring.checks.names import all_known, known, no_twins
from simulator.authoring.checks.rota import check_rotas
from simulator.authoring.checks.services import check_journeys, check_services
from simulator.authoring.checks.signals import check_alerts, check_signals
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node


def check_organisation(tree: Node) -> Iterator[Problem]:
    """Everything that is wrong with the meaning of an organisation's file."""
    yield from check_services(tree)
    yield from check_journeys(tree)
    yield from check_signals(tree)
    yield from check_alerts(tree)
    yield from check_runbook(tree)
    yield from check_people(tree)
    yield from check_rotas(tree)
    yield from check_stakeholders(tree)


def check_runbook(tree: Node) -> Iterator[Problem]:
    """Every change is made on a service, with tools that exist, and shows on a signal."""
    for _, change in tree["runbook"]:
        yield from known(change["on"], tree["services"].names, "service")
        yield from known(change["through"], tree["services"].names, "service")
        yield from known(change["signal"], tree["signals"].names, "signal")
    for _, tool in tree["tools"]:
        yield from known(tool, tree["services"].names, "service")


def check_people(tree: Node) -> Iterator[Problem]:
    """Everyone works in an office, for a team that can be paged, and knows places that exist."""
    for _, person in tree["people"]:
        yield from known(person["site"], tree["sites"].names, "site")
        yield from known(person["team"], tree["on call"].names, "team")
        yield from all_known(person["knows"].each, tree["services"].names, "service")
        yield from no_twins(person["knows"].each)


def check_stakeholders(tree: Node) -> Iterator[Problem]:
    """A provider runs a service that is outside, one provider each; automation is named once."""
    outside = [name for name, service in tree["services"] if service["outside"].value in (True, "yes")]
    for _, stakeholder in tree["stakeholders"]:
        yield from known(stakeholder["provides"], outside, "outside service")
    yield from no_twins(stakeholder["provides"] for _, stakeholder in tree["stakeholders"])
    yield from no_twins(tree["automation"].each)
