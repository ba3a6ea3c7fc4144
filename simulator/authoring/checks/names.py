"""Names that must exist: every reference in a file is held against what it may refer to."""

from collections.abc import Collection, Iterable, Iterator

from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node, quoted


def known(node: Node, names: Collection[str], noun: str) -> Iterator[Problem]:
    """A problem when a text is none of the names. What is no text is the shape's business."""
    if node.text is not None and node.text.strip() not in names:
        yield unknown(node, node.text, names, noun)


def all_known(nodes: Iterable[Node], names: Collection[str], noun: str) -> Iterator[Problem]:
    """The problems of several texts."""
    for node in nodes:
        yield from known(node, names, noun)


def unknown(node: Node, name: str, names: Collection[str], noun: str) -> Problem:
    """The problem of a name that does not exist, at the place of its value."""
    return node.problem(f"unknown {noun} {quoted(name)}", one_of(names), did_you_mean(name, names))


def keys_known(node: Node, names: Collection[str], noun: str) -> Iterator[Problem]:
    """Problems for keys of a mapping that are none of the names."""
    for name, value in node:
        if name not in names:
            yield value.key_problem(
                f"unknown {noun} {quoted(name)}", one_of(names), did_you_mean(name, names)
            )


def no_twins(nodes: Iterable[Node]) -> Iterator[Problem]:
    """Problems for texts that are listed twice."""
    seen: set[str] = set()
    for node in nodes:
        if node.text is not None and node.text in seen:
            yield node.problem(f"{quoted(node.text)} is listed twice")
        seen.add(node.text or "")
