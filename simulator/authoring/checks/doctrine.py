"""What a doctrine's file means: severities that exist, marks in order."""

from collections.abc import Collection, Iterator

from simulator.authoring.checks.names import all_known, keys_known, known
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node, quoted


def unknown_doctrine(tree: Node, doctrines: Collection[str]) -> tuple[Problem, ...]:
    """The problem of a file that names an incident process which does not exist."""
    return tuple(known(tree["doctrine"], sorted(doctrines), "doctrine"))


def check_doctrine(tree: Node) -> Iterator[Problem]:
    """Everything that is wrong with the meaning of a doctrine's file."""
    severities = tree["severities"].names
    for _, role in tree["roles"]:
        yield from all_known(role["required at"].each, severities, "severity")
    for _, clock in tree["clocks"]:
        for key in ("first", "then"):
            yield from keys_known(clock[key], severities, "severity")
    yield from _aliases(tree["severities"])
    yield from _grade(tree["grade"])


def _aliases(severities: Node) -> Iterator[Problem]:
    taken: dict[str, str] = {}
    for name, severity in severities:
        for alias in severity["also"].each:
            if alias.text in severities.names:
                yield alias.problem(f"{quoted(alias.text)} is a severity here", "a name that others use")
            elif alias.text and taken.setdefault(alias.text, name) != name:
                yield alias.problem(f"{quoted(alias.text)} already stands for {quoted(taken[alias.text])}")


def _grade(grade: Node) -> Iterator[Problem]:
    passed, distinction = grade["pass"].value, grade["distinction"].value
    if isinstance(passed, int) and isinstance(distinction, int) and distinction < passed:
        yield grade["distinction"].problem("a distinction asks for less than a pass", f"at least {passed}")
