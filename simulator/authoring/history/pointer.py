"""Where a value stands in a JSON text: the parser tells no positions, so the way is walked when asked."""

import json
import re
from dataclasses import dataclass
from json.decoder import scanstring  # type: ignore[attr-defined]  # there, documented in its source, not in types

from simulator.authoring.history.raw import Place
from simulator.domain.origin import Origin

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Json:
    """A JSON text, or the lines of JSON Lines: then a place begins with the index of its value."""

    file: str
    text: str
    lines: tuple[tuple[int, str], ...] = ()

    def path(self, place: Place) -> str:
        """The steps to a place; a line of JSON Lines needs no number of its own."""
        steps = place[1:] if self.lines else place
        return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps).lstrip(".")

    def origin(self, place: Place) -> Origin:
        """The line and column of a place, or of the nearest value around it."""
        if self.lines and place and isinstance(place[0], int):
            number, text = self.lines[place[0]]
            return Origin(self.file, number, walk(text, place[1:]) + 1)
        at = walk(self.text, place)
        return Origin(self.file, self.text.count("\n", 0, at) + 1, at - self.text.rfind("\n", 0, at))


def walk(text: str, place: Place) -> int:
    """The offset of the value at a place of a sound JSON text."""
    at = _skip(text, 0)
    for step in place:
        found = _member(text, at, step) if isinstance(step, str) else _item(text, at, step)
        if found is None:
            break
        at = found
    return at


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _after(text: str, at: int) -> int:
    """Behind the value that begins here, and the comma after it."""
    at = _skip(text, _DECODER.raw_decode(text, at)[1])
    return _skip(text, at + 1) if text[at] == "," else at


def _member(text: str, at: int, key: str) -> int | None:
    if text[at] != "{":
        return None
    at = _skip(text, at + 1)
    while text[at] != "}":
        name, at = scanstring(text, at + 1, True)
        at = _skip(text, _skip(text, at) + 1)
        if name == key:
            return at
        at = _after(text, at)
    return None


def _item(text: str, at: int, index: int) -> int | None:
    if text[at] != "[":
        return None
    at = _skip(text, at + 1)
    while text[at] != "]":
        if not index:
            return at
        at, index = _after(text, at), index - 1
    return None
