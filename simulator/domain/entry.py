"""The timeline: what happened, in order, with who may have seen it and what brought it about."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeVar

from simulator.domain.fact import Fact

ROOM = "room"
"""Seen by everyone on the call."""
TRUTH = "truth"
"""Seen by nobody in the exercise: what is really so."""


class Entry(NamedTuple):
    """One line of the timeline. A named tuple, since an exercise makes hundreds of them.

    `number` counts from 1 without gaps; `at` is seconds from the start and never falls;
    `seen` is `room`, `truth`, or the one seat that saw it; `because` is the number of the entry that
    brought it about, 0 for none; `source` is the scenario line it comes from (`file:line:column`), or empty.
    """

    number: int
    at: int
    fact: Fact
    seen: str = ROOM
    because: int = 0
    source: str = ""


F = TypeVar("F")


def each(entries: Iterable[Entry], kind: type[F]) -> Iterator[tuple[Entry, F]]:
    """The entries of one kind, each with its fact."""
    for entry in entries:
        if isinstance(entry.fact, kind):
            yield entry, entry.fact


def first(entries: Iterable[Entry], *kinds: type[object]) -> Entry | None:
    """The first entry of any of these kinds."""
    return next((entry for entry in entries if isinstance(entry.fact, kinds)), None)


def visible(entries: Iterable[Entry], seat: str) -> Iterator[Entry]:
    """The entries that a seat may have seen. This is the one exit through which truth is held back."""
    return (entry for entry in entries if entry.seen in (ROOM, seat))
