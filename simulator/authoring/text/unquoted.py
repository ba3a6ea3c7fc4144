"""Where a text within `{...}` or `[...]` holds a sign of YAML, and so is taken to end too soon."""

import re
from collections.abc import Sequence

import yaml

from simulator.authoring.problem import LINE_BREAK, Problem
from simulator.domain.origin import Origin

_GOT = re.compile(r"but got '(?:<scalar>|[\[{}\]])'$")
_BEGINS = re.compile(r"[:,] +")
_COMMENT = re.compile(r"\s#")
_CLOSED = re.compile(r"[\]}]\s*(?:#.*)?$")


def unquoted(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem | None:
    """The problem of a text that wants quotes; None when something was only left open."""
    opened, stopped = error.context_mark, error.problem_mark
    lines = LINE_BREAK.split(text)
    if not (opened and stopped) or stopped.line >= len(lines):
        return None
    if opened.line == stopped.line and _GOT.search(error.problem or ""):
        return _goes_on(lines, opened, stopped, file)
    return _comment(lines, opened, stopped, file)


def _goes_on(lines: Sequence[str], opened: yaml.Mark, stopped: yaml.Mark, file: str) -> Problem | None:
    """`{says: [so] it is}`: it goes on behind what ends the text. A wrong bracket at the end is none."""
    line = lines[stopped.line]
    if line[stopped.column] in "]}" and _CLOSED.fullmatch(line[stopped.column :]):
        return None
    start = _start(line, opened.column, stopped.column)
    told = "this text holds a quote or a bracket, and is taken to end there"
    return _problem(file, opened.line, start, told, "put a text that holds '[', '{' or a quote in quotes")


def _comment(lines: Sequence[str], opened: yaml.Mark, stopped: yaml.Mark, file: str) -> Problem | None:
    """`{says: one # two}`: from there on it is a comment, the closing bracket too."""
    line = lines[opened.line]
    found = _COMMENT.search(line, opened.column)
    if not found or stopped.line == opened.line or not re.search(r"[\]}]", line[found.end() :]):
        return None
    start = _start(line, opened.column, found.start())
    told = "from ' #' on the rest of the line is a comment, its closing bracket too"
    return _problem(file, opened.line, start, told, "put a text that holds ' #' in quotes")


def _start(line: str, first: int, last: int) -> int:
    """The column at which the text begins that is read from `first` on and goes wrong at `last`."""
    return max((found.end() for found in _BEGINS.finditer(line, first, last)), default=first + 1)


def _problem(file: str, line: int, column: int, told: str, hint: str) -> Problem:
    return Problem(Origin(file, line + 1, column + 1), told, hint=hint)
