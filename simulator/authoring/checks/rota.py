"""Rotas: hours of offices that exist, people who exist."""

from collections.abc import Iterator

from simulator.authoring.checks.names import all_known, no_twins
from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node, quoted

OTHERWISE = "otherwise"
HOURS = " hours"


def check_rotas(tree: Node) -> Iterator[Problem]:
    """A rota names hours of an office, or otherwise, and people for each."""
    times = (*(site + HOURS for site in tree["sites"].names), OTHERWISE)
    for _, rota in tree["on call"]:
        for time, people in rota:
            if time not in times:
                message = f"{quoted(time)} is no time of a rota"
                yield people.key_problem(message, one_of(times), did_you_mean(time, times))
            yield from all_known(people.each, tree["people"].names, "person")
            yield from no_twins(people.each)
