"""The timeline as it is printed: each line in plain words, what nobody could see marked as such."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, TypeAlias

from simulator.debrief.reader import Reader, introduced
from simulator.domain.duration import show_clock
from simulator.domain.entry import TRUTH, Entry
from simulator.domain.fact import (
    CalledMitigated,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
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
from simulator.domain.organisation import Organisation
from simulator.domain.prose import Names, Tone, say, tone
from simulator.domain.prose.weight import happened
from simulator.domain.value import Value, replace

MINOR = (Looked, TaskEnded, TaskGiven, TaskStarted)
"""Lines that are there for the record more than for the reader."""
MAJOR = (
    CalledMitigated, ChangeDone, ChangeFailed, ChangeHung, ChangeOrdered, ChangeReverted, CommandHanded,
    Declared, Posted, Resolved, SeverityChanged, Verified,
)  # fmt: skip
"""Lines that one who only skims should see."""

Weight: TypeAlias = Literal["major", "plain", "minor", "words"]


class Line(Value):
    """One printed line; it stands for several entries where only the impact moved.

    `weight` is how much it matters to a reader, or that it is what a seat typed; `because` is the number of
    the line that brought it about. `by` is whose words did so, where the line does not say it itself.
    """

    numbers: tuple[int, ...]
    clock: str
    tone: Tone
    text: str
    hidden: bool
    weight: Weight
    because: int
    source: str
    by: str = ""


def lines_of(entries: Sequence[Entry], reader: Reader, company: Organisation) -> tuple[Line, ...]:
    """Every entry as a line, in order; entries of moving impact that follow each other share one.

    What a team typed shares one with what it brought about. What was another's alone is not there.
    """
    shown = [entry for entry in entries if reader.reads(entry)]
    echoes = echoes_of(shown) if reader.team else {}
    lines = _lines([entry for entry in shown if entry.number not in echoes.values()], reader, echoes)
    return tuple(_introducing(lines, introduced(company)))


def echoes_of(entries: Sequence[Entry]) -> Mapping[int, int]:
    """The first line that some words brought about, by number, and the line of those words."""
    said = {entry.number for entry in entries if isinstance(entry.fact, Commanded)}
    found: dict[int, int] = {}
    for entry in entries:
        if entry.because in said and happened(entry):
            found[entry.number] = entry.because
            said.discard(entry.because)
    return found


def _introducing(lines: Iterator[Line], customers: Mapping[str, str]) -> Iterator[Line]:
    """The lines, where a customer is introduced when first spoken of."""
    unknown = dict(customers)
    for line in lines:
        text = line.text
        for who in [who for who in unknown if who in text]:
            text = text.replace(who, unknown.pop(who), 1)
        yield line if text == line.text else replace(line, text=text)


def _lines(entries: Sequence[Entry], reader: Reader, echoes: Mapping[int, int]) -> Iterator[Line]:
    for moving, run in groupby(entries, key=lambda entry: isinstance(entry.fact, ImpactChanged)):
        group = tuple(run)
        if moving:
            yield _impact(group, reader.names(group[0]))
        else:
            yield from (_line(entry, reader, echoes) for entry in group)


def _line(entry: Entry, reader: Reader, echoes: Mapping[int, int]) -> Line:
    text, by = say(entry, reader.names(entry)), reader.author(entry)
    numbers = (echoes[entry.number], entry.number) if entry.number in echoes else (entry.number,)
    return Line(
        numbers, show_clock(entry.at), tone(entry), text, entry.seen == TRUTH,
        _weight(entry), entry.because, entry.source, "" if text.startswith(by) else by,
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
