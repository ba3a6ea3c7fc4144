"""What observers saw: notes that people pinned to lines of the timeline. Their own view, never a mark."""

from collections.abc import Sequence

from simulator.debrief.lines import Line
from simulator.domain.duration import show_clock
from simulator.domain.value import Value


class Seen(Value):
    """A note as it was taken: the line it is pinned to, who wrote it, and what about.

    `rating` runs from 1 to 5, 0 for none; `competence` is empty where none was named.
    """

    entry: int
    at: int
    by: str
    text: str
    rating: int = 0
    competence: str = ""


class Observed(Value):
    """A note as it is read: the line's second and words beside what was said of it."""

    entry: int
    clock: str
    line: str
    by: str
    text: str
    rating: int
    competence: str


def observed_of(notes: Sequence[Seen], lines: Sequence[Line]) -> tuple[Observed, ...]:
    """The notes in the order of what they are about."""
    words = {number: line.text for line in lines for number in line.numbers}
    ordered = sorted(notes, key=lambda note: note.entry)
    return tuple(
        Observed(
            note.entry, show_clock(note.at), words.get(note.entry, ""), note.by, note.text, note.rating,
            note.competence,
        )
        for note in ordered
    )  # fmt: skip
