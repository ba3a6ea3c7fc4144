"""Where a value stands in a JSON text: the parser tells no positions, so the way is walked when asked."""

import json
import re
from bisect import bisect_right
from functools import cached_property
from json.decoder import scanstring  # type: ignore[attr-defined]  # there, documented in its source, not in types

from simulator.authoring.history.raw import Place
from simulator.domain.origin import Origin
from simulator.domain.value import Value

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


class Json(Value, dict=True):
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
            return Origin(self.file, number, Walk(text).to(place[1:]) + 1)
        at = self._walk.to(place)
        line = bisect_right(self._starts, at)
        return Origin(self.file, line, at - self._starts[line - 1] + 1)

    @cached_property
    def _walk(self) -> "Walk":
        return Walk(self.text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in re.finditer("\n", self.text)))


class Walk:
    """Ways through a sound JSON text. Each list and object is walked once, however often it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._within: dict[int, dict[str | int, int]] = {}

    def to(self, place: Place) -> int:
        """The offset of the value at a place, or of the nearest one around it."""
        at = self._skip(0)
        for step in place:
            if at not in self._within:
                self._within[at] = self._members(at) if self.text[at] == "{" else self._items(at)
            if step not in self._within[at]:
                break
            at = self._within[at][step]
        return at

    def _skip(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return found.end() if found else at

    def _after(self, at: int) -> int:
        """Behind the value that begins here, and the comma after it."""
        at = self._skip(_DECODER.raw_decode(self.text, at)[1])
        return self._skip(at + 1) if self.text[at] == "," else at

    def _members(self, at: int) -> dict[str | int, int]:
        found: dict[str | int, int] = {}
        at = self._skip(at + 1)
        while self.text[at] != "}":
            name, at = scanstring(self.text, at + 1, True)
            at = self._skip(self._skip(at) + 1)
            found[name] = at
            at = self._after(at)
        return found

    def _items(self, at: int) -> dict[str | int, int]:
        found: dict[str | int, int] = {}
        if self.text[at] == "[":
            at = self._skip(at + 1)
            while self.text[at] != "]":
                found[len(found)] = at
                at = self._after(at)
        return found
