"""Wrapping: text within the width of a screen, with what belongs together hanging below itself."""

import re
import textwrap
from collections.abc import Iterator

WIDTH = 80
"""How wide a screen is taken to be when it does not say."""
NARROWEST, WIDEST = 40, 110
_AMOUNT = re.compile(r"(\d) (s|min|h|%)(?!\w)")
"""A number stays with its unit."""


def sensible(columns: int) -> int:
    """A width to write in: no narrower than words need, no wider than eyes follow."""
    return max(NARROWEST, min(WIDEST, columns or WIDTH))


def hang(head: str, text: str, width: int = WIDTH) -> list[str]:
    """A text behind its head; every further line begins where the text began."""
    gap = " " * len(head)
    lines = [line for part in text.splitlines() or [""] for line in _within(part, width - len(head))]
    return [f"{head if number == 0 else gap}{line}".rstrip() for number, line in enumerate(lines)]


def paragraph(text: str, width: int = WIDTH) -> list[str]:
    """A text in lines."""
    return hang("", text, width)


def _within(text: str, width: int) -> Iterator[str]:
    tied = _AMOUNT.sub("\\1\N{NO-BREAK SPACE}\\2", text)
    for line in textwrap.wrap(tied, max(16, width), break_on_hyphens=False) or [""]:
        yield line.replace("\N{NO-BREAK SPACE}", " ")
