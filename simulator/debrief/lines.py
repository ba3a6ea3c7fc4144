"""The timeline as it is printed: each line in plain words, what nobody could see marked as such."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

from simulator.domain.duration import show_clock
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import (
    CalledMitigated,
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangeReverted,
    Commanded,
    CommandHanded,
    Declared,
    ImpactChanged,
    Looked,
    Posted,
    Resolved,
    SeverityChanged,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Verified,
)
from simulator.domain.prose import Names, Tone, say, told_by, tone

MINOR = (Looked, TaskEnded, TaskGiven, TaskStarted)
"""Lines that are there for the record more than for the reader."""
MAJOR = (
    CalledMitigated, ChangeDone, ChangeFailed, ChangeOrdered, ChangeReverted, CommandHanded, Declared, Posted,
    Resolved, SeverityChanged, Verified,
)  # fmt: skip
"""Lines that one who only skims should see."""

Weight: TypeAlias = Literal["major", "plain", "minor", "words"]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; it stands for several entries where only the impact moved.

    `weight` is how much it matters to a reader, or that it is what a seat typed; `because` is the number of
    the line that brought it about.
    """

    numbers: tuple[int, ...]
    clock: str
    tone: Tone
    text: str
    hidden: bool
    weight: Weight
    because: int
    source: str


def lines_of(entries: Iterable[Entry], names: Names) -> tuple[Line, ...]:
    """Every entry as a line, in order; entries of moving impact that follow each other share one."""
    every = tuple(entries)
    return tuple(_lines(every, told_by(every, names)))


def _lines(entries: Iterable[Entry], named: Callable[[Entry], Names]) -> Iterator[Line]:
    for moving, run in groupby(entries, key=lambda entry: isinstance(entry.fact, ImpactChanged)):
        group = tuple(run)
        if moving:
            yield _impact(group, named(group[0]))
        else:
            yield from (_line(entry, named(entry)) for entry in group)


def _line(entry: Entry, names: Names) -> Line:
    return Line(
        (entry.number,), show_clock(entry.at), tone(entry), say(entry, names), entry.seen == TRUTH,
        _weight(entry), entry.because, entry.source,
    )  # fmt: skip


def _weight(entry: Entry) -> Weight:
    if isinstance(entry.fact, Commanded):
        return "words"
    if isinstance(entry.fact, MINOR):
        return "minor"
    return "major" if isinstance(entry.fact, MAJOR) else "plain"


def _impact(group: tuple[Entry, ...], names: Names) -> Line:
    first, last = group[0], group[-1]
    text = say(last, names)
    if len(group) > 1 and isinstance(first.fact, ImpactChanged):
        text = f"{text} It was {first.fact.failing:,} at {show_clock(first.at)}."
    numbers = tuple(entry.number for entry in group)
    hidden = all(entry.seen == TRUTH for entry in group)
    return Line(numbers, show_clock(last.at), tone(last), text, hidden, "plain", first.because, last.source)
