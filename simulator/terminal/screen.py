"""The screen: where lines go, how wide they may be, and whether they are painted."""

import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TextIO

from simulator.terminal.paint import Paint, wanted
from simulator.terminal.wrap import WIDTH, sensible


@dataclass
class Screen:
    """Shows lines, counts them, and knows its width at each moment."""

    write: Callable[[str], object]
    paint: Paint
    columns: Callable[[], int]
    shown: int = 0

    @classmethod
    def of(cls, out: TextIO = sys.stdout) -> "Screen":
        """The screen that an output is: a terminal as wide as it is, or a file of the usual width."""
        live = out.isatty()

        def write(line: str) -> None:
            out.write(line + "\n")
            out.flush()

        return cls(write, Paint(wanted(out)), lambda: shutil.get_terminal_size().columns if live else WIDTH)

    @property
    def width(self) -> int:
        """How wide lines may be now."""
        return sensible(self.columns())

    def show(self, lines: Iterable[str]) -> None:
        """Show lines, one below the other."""
        for line in lines:
            self.write(line)
            self.shown += 1
