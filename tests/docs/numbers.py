"""The page of the judge's own numbers: every constant of the judge that its comment calls an assumption."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

SIMULATOR = Path(__file__).parents[2] / "simulator"
LAYERS = {
    "scoring": "How marks are given",
    "reasoning": "What is believed, and what a choice is expected to cost",
    "domain": "What the judge shares with the world and with whoever plays",
}

OURS = re.compile(r" ?\(assumptions?\)")
"""The page says so once, for all of them."""

HEAD = """\
# The judge's own numbers

What a process demands (how soon, how often, how many) stands in its [doctrine](../guides/doctrines.md),
each number with its source, and yours may say otherwise. What is left is how fast a mark falls from all to
nothing, what counts as a moment or a habit, and how a model of other people's heads has to guess. These
numbers are ours. Nobody has measured them; they were chosen so that verdicts came out as commanders would
give them, and are held there by the [flaw matrix](../background/gauntlet.md). Times are in seconds unless a
name says otherwise.

Where one of them has you judged wrongly, tell us: in which play, and what you would have said.
"""


class Number(NamedTuple):
    """One constant, or several that belong together: the file, the assignment as written, what it means."""

    file: str
    written: str
    means: str


def numbers() -> str:
    """The page."""
    return "\n".join([HEAD, *(line for layer, title in LAYERS.items() for line in _section(layer, title))])


def assumed(layer: str) -> Iterator[Number]:
    """Every number of a layer whose comment says that it is an assumption."""
    for path in sorted((SIMULATOR / layer).rglob("*.py")):
        body = ast.parse(path.read_text("utf-8")).body
        for before, after in pairwise(body):
            said = _said(after)
            if isinstance(before, ast.Assign) and said and "(assumption" in said:
                name = str(path.relative_to(SIMULATOR / layer).with_suffix(""))
                yield Number(name, ast.unparse(before), " ".join(said.split()))


def _said(node: ast.stmt) -> str:
    value = node.value if isinstance(node, ast.Expr) else None
    said = value.value if isinstance(value, ast.Constant) else ""
    return said if isinstance(said, str) else ""


def _section(layer: str, title: str) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| in | number | meaning |"
    yield "|---|---|---|"
    for one in assumed(layer):
        yield f"| {one.file} | `{one.written}` | {OURS.sub('', one.means).replace('|', '/')} |"
    yield ""
