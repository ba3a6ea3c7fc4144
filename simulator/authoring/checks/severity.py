"""What the severities of an outage mean: signs of things that exist, and an order in which they can hold."""

from collections.abc import Iterator

from simulator.authoring.checks.injects import hazards_of
from simulator.authoring.checks.names import unknown
from simulator.authoring.forms import SIGNS
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node, quoted
from simulator.domain.organisation import Organisation
from simulator.domain.severity import Sign

TRUE = " is real"
"""What injects may hang on, and no severity."""


def check_severity(tree: Node, organisation: Organisation) -> Iterator[Problem]:
    """Signs are about things that there are; none but the first warrant is without."""
    for number, warrant in enumerate(tree["severity"].each):
        if number and not warrant["when"].present:
            named = warrant["level"]
            yield (named if named.present else warrant).problem(
                "only the first severity is right from the beginning",
                "'when', with a sign: impact for 60m",
            )
        for sign in SIGNS.read(warrant["when"].value) or ():
            yield from _check(sign, warrant["when"], tree, organisation)


def _check(sign: Sign, when: Node, tree: Node, organisation: Organisation) -> Iterator[Problem]:
    match sign.kind:
        case "change" | "in place":
            yield from _named(sign.subject, when, tuple(organisation.runbook), "change")
        case "hazard":
            yield from _hazard(sign.subject, when, hazards_of(tree))
        case "alert":
            yield from _named(sign.subject, when, tuple(alert.name for alert in organisation.alerts), "alert")
        case "clue":
            yield from _clue(sign, when, tree["clues"])
        case "known":
            if not any(inject["means"].text == sign.subject for inject in tree["injects"].each):
                message = f"no inject makes {quoted(sign.subject)} known"
                yield when.problem(message, f"an inject with 'means: {sign.subject}'")


def _hazard(name: str, when: Node, hazards: tuple[str, ...]) -> Iterator[Problem]:
    """What is real and nobody has found raises nothing: an inject has to tell of it, or a check."""
    found = name.removesuffix(TRUE)
    if found != name and found in hazards:
        message = "a severity hangs on what was shown, and not on what is real"
        yield when.problem(
            message, f"'hazard {found}' once a check found it, or what an inject with 'means' makes known"
        )
    else:
        yield from _named(name, when, hazards, "hazard")


def _named(name: str, when: Node, names: tuple[str, ...], noun: str) -> Iterator[Problem]:
    if name not in names:
        yield unknown(when, name, names, noun)


def _clue(sign: Sign, when: Node, clues: Node) -> Iterator[Problem]:
    yield from _named(sign.subject, when, tuple(clues.names), "place with clues")
    count = len(clues[sign.subject].each)
    if count and sign.amount > count:
        yield when.problem(
            f"{quoted(sign.subject)} has {count} clues, and none with the number {sign.amount:.0f}",
            f"a number from 1 to {count}",
        )
