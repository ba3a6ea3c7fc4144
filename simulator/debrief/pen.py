"""How a terminal's scorecard is written: its width, its colours, its bars."""

from textwrap import wrap

from simulator.domain.value import Value

NAME = 26
FEWEST = 8
SIGNS = {"distinction": "DISTINCTION", "pass": "PASS", "not yet": "NOT YET"}
_COLOURS = {"good": "32", "bad": "31", "bold": "1", "quiet": "2"}


class Pen(Value):
    """How to write: how wide, and whether in colour. Without colour only plain letters are used."""

    width: int
    colour: bool

    def __call__(self, text: str, tone: str) -> str:
        """A text in a tone."""
        return f"\x1b[{_COLOURS[tone]}m{text}\x1b[0m" if self.colour else text

    def bar(self, share: float, cells: int) -> str:
        """A bar of so many cells, filled to a share."""
        full, empty = ("█", "░") if self.colour else ("#", ".")
        filled = min(cells, max(0, round(share * cells)))
        return full * filled + empty * (cells - filled)

    @property
    def cells(self) -> int:
        """How many cells a bar has beside its name and number; none where there is too little room."""
        left = self.width - NAME - 14
        return left if left >= FEWEST else 0

    def wrapped(self, text: str, indent: str = "  ") -> list[str]:
        """A paragraph as lines."""
        return wrap(text, self.width, initial_indent=indent, subsequent_indent=indent)
