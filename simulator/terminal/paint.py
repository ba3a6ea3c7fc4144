"""Colour, where a terminal shows it and nobody has asked for none. It is never the only sign of anything."""

import os
from collections.abc import Mapping
from typing import Literal, TextIO, TypeAlias

Colour: TypeAlias = Literal["plain", "bold", "dim", "alert", "good", "people", "change", "news", "command"]
_CODES: Mapping[str, str] = {
    "bold": "1", "dim": "2", "alert": "1;31", "good": "32", "people": "32", "change": "36", "news": "35",
    "command": "0", "truth": "2",
}  # fmt: skip


class Paint:
    """Paints words, or leaves them as they are."""

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, text: str, colour: str = "plain") -> str:
        """The text in a colour."""
        code = _CODES.get(colour, "")
        return f"\x1b[{code}m{text}\x1b[0m" if self.on and code and text else text


def wanted(out: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether an output is to be coloured: a terminal that can, and NO_COLOR unset or empty."""
    return out.isatty() and not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"


def harmless(text: str) -> str:
    """Text from a person or a file without anything that moves a cursor or rings a bell."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
