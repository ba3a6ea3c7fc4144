"""Where a key is taken for more of the value above it, as it stands deeper than the key before."""

import re

import yaml

from simulator.authoring.problem import LINE_BREAK, Problem
from simulator.domain.origin import Origin

_KEY_WITH_TEXT = re.compile(r"""(?P<margin> *)[^\s#'"{\[&*|>-][^:]*: +[^\s#'"{\[&*|>]""")


def deeper(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem | None:
    """The problem of a key that is indented deeper than its neighbour; None for any other second ': '."""
    stopped = error.problem_mark
    lines = LINE_BREAK.split(text)
    if stopped is None or stopped.line >= len(lines):
        return None
    line = lines[stopped.line]
    column = len(line) - len(line.lstrip(" "))
    if line.find(":", column) != stopped.column:
        return None
    return _under(lines[: stopped.line], stopped.line, column, stopped.column - column, file)


def _under(above: list[str], number: int, column: int, width: int, file: str) -> Problem | None:
    neighbour = next((n for n in reversed(range(number)) if above[n].strip()), None)
    key = _KEY_WITH_TEXT.match(above[neighbour]) if neighbour is not None else None
    if neighbour is None or key is None or len(key["margin"]) >= column:
        return None
    told = f"line {number + 1} is indented deeper than line {neighbour + 1}"
    hint = f"{len(key['margin'])} spaces stand before line {neighbour + 1}, and {column} before this one"
    return Problem(
        Origin(file, number + 1, column + 1), told, "keys of one thing at one indentation", hint, width=width
    )
