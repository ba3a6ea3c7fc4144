"""Every outage must be able to end: some change works under the cause, or its effects go by themselves."""

from collections.abc import Iterator, Set

from simulator.authoring.problem import Problem
from simulator.authoring.shapes.outcome import ALWAYS, WORKING
from simulator.authoring.text.node import Node, quoted


def check_ends(tree: Node) -> Iterator[Problem]:
    """Problems for causes that neither any change nor time can end."""
    ended = {cause for _, outcomes in tree["changes"] for cause in _ended(outcomes, tree["causes"].names)}
    for name, cause in tree["causes"]:
        lasting = (not effect["for"].present or effect["every"].present for effect in cause["does"].each)
        stays = any(lasting) and not cause["heals"].present
        if stays and name not in ended:
            expected = "a change that cures it, or effects that go by themselves: 'for: 40m'"
            yield cause.key_problem(f"nothing ends the cause {quoted(name)}", expected)


def _ended(outcomes: Node, causes: Set[str]) -> Set[str]:
    """The causes that a change can do something about."""
    named = {cause for cause, outcome in outcomes if cause != ALWAYS and _works(outcome)}
    return named | (causes - outcomes.names) if _works(outcomes[ALWAYS]) else named


def _works(outcome: Node) -> bool:
    return any(outcome[key].present for key in WORKING)
