"""Blocks of code that are run: `$ icsim ...` and the output that a page shows below it.

A block of the kind `console` begins with a command; one that does not goes on with the output of the one
before, so that a long play can be told in pieces. A line `...` stands for lines that are not shown. A text
file beside the page, of the same name, is what is typed into the play that the page begins.
"""

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tests.docs.markdown import Fence, fences

GAP = "..."


@dataclass
class Piece:
    """Lines that follow each other in an output, and where they stand on the page (from 0, end excluded)."""

    lines: tuple[str, ...]
    begins: int
    after_gap: bool = False


@dataclass
class Shown:
    """A command, and the pieces of its output that a page shows."""

    words: tuple[str, ...]
    pieces: list[Piece] = field(default_factory=list)
    open_end: bool = False

    def add(self, lines: Sequence[str], begins: int) -> None:
        """Take a further block of output."""
        start = 0
        for at in [*(number for number, line in enumerate(lines) if line == GAP), len(lines)]:
            if at > start:
                self.pieces.append(Piece(tuple(lines[start:at]), begins + start, self.open_end))
                self.open_end = False
            if at < len(lines):
                self.open_end = True
            start = at + 1


def shown(text: str) -> list[Shown]:
    """The commands of a page that are run, with their output."""
    found: list[Shown] = []
    for fence in fences(text):
        if fence.info == "console":
            _read(fence, found)
    return [each for each in found if each.words[0] == "icsim"]


def _read(fence: Fence, found: list[Shown]) -> None:
    starts = [number for number, line in enumerate(fence.lines) if line.startswith("$ ")]
    first = starts[0] if starts else len(fence.lines)
    if first:
        assert found, f"line {fence.begins + 2}: output without a command"
        found[-1].add(fence.lines[:first], fence.begins + 1)
    for start, end in pairwise([*starts, len(fence.lines)]):
        found.append(Shown(tuple(shlex.split(fence.lines[start][2:]))))
        found[-1].add(fence.lines[start + 1 : end], fence.begins + 2 + start)
        if start + 1 == end:
            found[-1].open_end = True


def strays(told: Shown, output: Sequence[str]) -> Iterator[Piece]:
    """The pieces that an output does not hold where the page says it does."""
    at = 0
    for piece in told.pieces:
        size = len(piece.lines)
        places = range(at, len(output) - size + 1) if piece.after_gap else [at]
        place = next((n for n in places if tuple(output[n : n + size]) == piece.lines), None)
        if place is None:
            yield piece
            return
        at = place + size
    if not told.open_end and at < len(output):
        yield Piece((), told.pieces[-1].begins + len(told.pieces[-1].lines) if told.pieces else 0)


def renewed(page: str, told: Shown, output: Sequence[str]) -> str:
    """The page with each piece as the output has it now, found again by its first line and its last."""
    lines = page.splitlines()
    for piece, (start, end) in reversed(list(_places(told, output))):
        lines[piece.begins : piece.begins + len(piece.lines)] = output[start:end]
    return "\n".join(lines) + "\n"


def _places(told: Shown, output: Sequence[str]) -> Iterator[tuple[Piece, tuple[int, int]]]:
    alike = [_alike(line) for line in output]
    starts = list(_starts(told, alike))
    for number, piece in enumerate(told.pieces):
        start = starts[number]
        following = told.pieces[number + 1] if number + 1 < len(told.pieces) else None
        if following and not following.after_gap:
            end = starts[number + 1]
        elif following is None and not told.open_end:
            end = len(output)
        else:
            end = _found(alike, _alike(piece.lines[-1]), start + len(piece.lines) - 1, start) + 1
        yield piece, (start, end)


def _starts(told: Shown, alike: Sequence[str]) -> Iterator[int]:
    at = 0
    for number, piece in enumerate(told.pieces):
        fixed = number == 0 and not piece.after_gap
        at = 0 if fixed else _found(alike, _alike(piece.lines[0]), at, at)
        yield at
        at += 1


def _found(alike: Sequence[str], line: str, near: int, least: int) -> int:
    """The place of a line at or after `least`, the nearest to where it was expected."""
    places = [number for number in range(least, len(alike)) if alike[number] == line]
    if not places:
        raise LookupError(f"nothing in the output looks like {line!r}: edit the page by hand")
    return min(places, key=lambda place: abs(place - near))


def _alike(line: str) -> str:
    """A line without what changes easily: its numbers."""
    return re.sub(r"[\d,.]*\d", "0", line).strip()
