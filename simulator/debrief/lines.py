"""The timeline as it is printed: each line in plain words, what nobody could see marked as such."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from simulator.domain.duration import show_clock
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import Commanded, ImpactChanged, Looked, TaskEnded, TaskGiven, TaskStarted
from simulator.domain.prose import Names, Tone, say, tone

MINOR = (Looked, TaskEnded, TaskGiven, TaskStarted)
"""Lines that are there for the record more than for the reader."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; it stands for several entries where only the impact moved.

    `because` is the number of the line that brought it about; `words` is true for what a seat typed.
    """

    numbers: tuple[int, ...]
    clock: str
    tone: Tone
    text: str
    hidden: bool
    minor: bool
    words: bool
    because: int
    source: str


def lines_of(entries: Iterable[Entry], names: Names) -> tuple[Line, ...]:
    """Every entry as a line, in order; entries of moving impact that follow each other share one."""
    return tuple(_lines(entries, names))


def _lines(entries: Iterable[Entry], names: Names) -> Iterator[Line]:
    for moving, run in groupby(entries, key=lambda entry: isinstance(entry.fact, ImpactChanged)):
        group = tuple(run)
        if moving:
            yield _impact(group, names)
        else:
            yield from (_line(entry, names) for entry in group)


def _line(entry: Entry, names: Names) -> Line:
    fact = entry.fact
    return Line(
        (entry.number,), show_clock(entry.at), tone(entry), say(entry, names), entry.seen == TRUTH,
        isinstance(fact, MINOR), isinstance(fact, Commanded), entry.because, entry.source,
    )  # fmt: skip


def _impact(group: tuple[Entry, ...], names: Names) -> Line:
    first, last = group[0], group[-1]
    text = say(last, names)
    if len(group) > 1 and isinstance(first.fact, ImpactChanged):
        text = f"{text} It was {first.fact.failing:,} at {show_clock(first.at)}."
    numbers = tuple(entry.number for entry in group)
    hidden = all(entry.seen == TRUTH for entry in group)
    return Line(
        numbers, show_clock(last.at), tone(last), text, hidden, False, False, first.because, last.source
    )
