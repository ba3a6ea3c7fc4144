"""Characters that have no business in these files: they move cursors, change colours or turn text around."""

import re

from simulator.authoring.problem import LINE_BREAK, Problem
from simulator.domain.origin import Origin

_UNFIT = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # not printable, by YAML's own list
    "|[\u202a-\u202e\u2066-\u2069]"  # printable, but they reorder what is shown
)
EXPECTED = "readable text in UTF-8"


def unfit(text: str) -> str:
    """What is wrong with the characters of a text, empty when nothing is."""
    match = _UNFIT.search(text)
    return f"the character U+{ord(match.group()):04X} cannot stand in a file like this" if match else ""


def unfit_character(text: str, file: str) -> Problem | None:
    """The problem of the first such character of a file, if any."""
    match = _UNFIT.search(text)
    if not match:
        return None
    before = LINE_BREAK.split(text[: match.start()])
    origin = Origin(file, len(before), len(before[-1]) + 1)
    return Problem(origin, unfit(match.group()), EXPECTED)
