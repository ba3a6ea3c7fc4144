"""Holds a file's tree against the shape of its kind."""

from collections.abc import Iterator
from itertools import islice
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from simulator.authoring.finding import is_echo
from simulator.authoring.outline import about, keys
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST
from simulator.authoring.schema import Kind, schema
from simulator.authoring.text.node import Node, quoted
from simulator.authoring.wording import word

_COMMA = "put a text that holds a comma in quotes"
"""What a word without a value amid `{...}` mostly is the rest of."""
S = TypeVar("S", bound=BaseModel)


def shape_of(tree: Node, model: type[S], kind: Kind) -> tuple[S | None, tuple[Problem, ...]]:
    """The shape, or None, and the problems that stand in its way."""
    empty = tuple(islice(_empty_values(tree, kind), MOST))
    try:
        shape = model.model_validate(tree.plain)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        told = (detail for detail in details if not (_is_empty(tree, detail["loc"]) or is_echo(detail, tree)))
        return None, (*empty, *(word(detail, tree, schema(kind)) for detail in islice(told, MOST)))
    return (None if empty else shape), empty


def _empty_values(node: Node, kind: Kind) -> Iterator[Problem]:
    for child in (*(node.entries or {}).values(), *(node.items or ())):
        if _nothing(child):
            name = quoted(str(child.path[-1])) if isinstance(child.path[-1], str) else "this item"
            hint = _COMMA if _is_rest_of_a_text(child, node, kind) else ""
            yield child.key_problem(f"{name} has no value", about(schema(kind), child.path), hint)
        yield from _empty_values(child, kind)


def _is_rest_of_a_text(child: Node, holder: Node, kind: Kind) -> bool:
    """Whether it is no key that is known, and stands behind another one on its line."""
    lines = [other.key.origin.line for _, other in holder]
    known = keys(schema(kind), holder.path)
    return bool(known) and child.path[-1] not in known and lines.count(child.key.origin.line) > 1


def _nothing(node: Node) -> bool:
    return node.present and node.value is None and node.entries is None and node.items is None


def _is_empty(tree: Node, loc: tuple[str | int, ...]) -> bool:
    return _nothing(tree.at(loc))
