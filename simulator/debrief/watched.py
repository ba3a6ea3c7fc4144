"""What observers saw, for a talk of few minutes: by topic, the extremes first and the rest for who asks."""

from collections.abc import Sequence

from simulator.debrief.observed import Observed
from simulator.debrief.point import Point
from simulator.domain.value import Value

OPEN = 4
"""Topics of which something is read out: a minute each (assumption)."""
NO_TOPIC = "without a topic"
MIDDLE = 3
"""Where a note stands that has no rating, from 1 to 5."""


class Topic(Value):
    """The notes about one topic: to read out, and `more`. `mean` is that of the ratings, None without."""

    name: str
    mean: float | None
    points: tuple[Point, ...]
    more: tuple[Point, ...]


def topics_of(notes: Sequence[Observed]) -> tuple[Topic, ...]:
    """The notes by topic, those with the lowest ratings first; of the last ones nothing is read out."""
    names = dict.fromkeys(_about(note) for note in notes)
    some = [(name, [note for note in notes if _about(note) == name]) for name in names]
    ranked = sorted(some, key=lambda each: (min(_rank(note) for note in each[1]), -len(each[1])))
    return tuple(_topic(name, found, place < OPEN) for place, (name, found) in enumerate(ranked))


def _about(note: Observed) -> str:
    return note.competence.split(", ")[0] or NO_TOPIC


def _rank(note: Observed) -> int:
    return note.rating or MIDDLE


def _topic(name: str, notes: Sequence[Observed], opens: bool) -> Topic:
    ratings = [note.rating for note in notes if note.rating]
    first = _extremes(notes) if opens else ()
    rest = [note for note in notes if note not in first]
    mean = sum(ratings) / len(ratings) if ratings else None
    return Topic(name, mean, tuple(map(_point, first)), tuple(map(_point, rest)))


def _extremes(notes: Sequence[Observed]) -> tuple[Observed, ...]:
    """The lowest and the highest rating, of several the first; one where all are alike."""
    low, high = min(notes, key=_rank), max(notes, key=_rank)
    return (low,) if _rank(low) == _rank(high) else (low, high)


def _point(note: Observed) -> Point:
    said = f"{note.by}: {note.text}" if note.text else f"{note.by} marked this line."
    return Point(f"{note.clock} {said}{f' ({note.rating} of 5)' if note.rating else ''}", (note.entry,))
