"""Characters that have no business in these files: they move cursors, change colours or turn text around."""

import re

from yaml.reader import Reader

from simulator.authoring.problem import LINE_BREAK, Problem
from simulator.domain.origin import Origin

_NOT_PRINTABLE = Reader.NON_PRINTABLE
"""By YAML's own list."""
_REORDERS = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Printable, but what stands behind one is shown in another order."""
EXPECTED = "readable text in UTF-8"


def _first(text: str) -> re.Match[str] | None:
    found = (each for each in (_NOT_PRINTABLE.search(text), _REORDERS.search(text)) if each)
    return min(found, key=lambda match: match.start(), default=None)


def unfit(text: str) -> str:
    """What is wrong with the characters of a text, empty when nothing is."""
    match = _first(text)
    return f"the character U+{ord(match.group()):04X} cannot stand in a file like this" if match else ""


def unfit_character(text: str, file: str) -> Problem | None:
    """The problem of the first such character of a file, if any."""
    match = _first(text)
    if not match:
        return None
    before = LINE_BREAK.split(text[: match.start()])
    origin = Origin(file, len(before), len(before[-1]) + 1)
    return Problem(origin, unfit(match.group()), EXPECTED)
