"""The timeline: what happened, in order, with who may have seen it and what brought it about."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import Any, NamedTuple, Protocol, TypeVar, overload

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


class Reader(Protocol):
    """Something that reads one entry after the other."""

    def take(self, entry: Entry, /) -> None:
        """Read one more."""


F = TypeVar("F")
T = TypeVar("T")
R = TypeVar("R", bound=Reader)


class Register(Sequence[Entry]):
    """Entries that come in one after the other, sorted by kind as they come.

    Whoever leads asks the same of a long timeline at every turn: what is of one kind is at hand, and what
    was worked out of a line is not worked out again. `each`, `about`, `gathered` and `read_by` ask it.
    """

    __slots__ = ("_about", "_entries", "_gathered", "_kinds", "_readers")

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._kinds: dict[type, list[tuple[Entry, Any]]] = {}
        self._about: dict[frozenset[type], tuple[list[Entry], list[int]]] = {}
        self._gathered: dict[object, tuple[int, Any]] = {}
        self._readers: dict[object, tuple[Any, int]] = {}

    def extend(self, entries: Iterable[Entry]) -> None:
        """Take in what has come since."""
        for entry in entries:
            self._entries.append(entry)
            self._kinds.setdefault(type(entry.fact), []).append((entry, entry.fact))

    def of(self, kind: type[F]) -> Sequence[tuple[Entry, F]]:
        """The entries of one kind, each with its fact."""
        return self._kinds.get(kind, ())

    def about(self, kinds: frozenset[type]) -> Sequence[Entry]:
        """The entries of some kinds, in order."""
        known = self._about.get(kinds)
        found, read = known or self._about.setdefault(kinds, ([], [0]))
        if read[0] < len(self._entries):
            found += [entry for entry in self._entries[read[0] :] if type(entry.fact) in kinds]
            read[0] = len(self._entries)
        return found

    def gathered(self, kinds: frozenset[type], gather: Callable[[Sequence[Entry]], T]) -> T:
        """What comes of the entries of some kinds, worked out when there are more."""
        lines = self.about(kinds)
        known: tuple[int, T] | None = self._gathered.get((kinds, gather))
        if known is None or known[0] != len(lines):
            known = self._gathered[kinds, gather] = (len(lines), gather(lines))
        return known[1]

    def read_by(self, kinds: frozenset[type], reader: Callable[[], R], until: float = inf) -> R:
        """A reader that has read every entry of some kinds before a second, each once."""
        key, lines = (kinds, reader, until == inf), self.about(kinds)
        count = _before(lines, until)
        kept, read = self._readers.get(key) or (reader(), 0)
        if read > count:
            kept, read = reader(), 0
        for entry in lines[read:count]:
            kept.take(entry)
        self._readers[key] = (kept, count)
        return kept

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> list[Entry]: ...

    def __getitem__(self, place: int | slice) -> Entry | list[Entry]:
        return self._entries[place]

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def __reversed__(self) -> Iterator[Entry]:
        return reversed(self._entries)


def _before(lines: Sequence[Entry], until: float) -> int:
    """How many of some lines there are before a second; few are not."""
    count = len(lines)
    while count and lines[count - 1].at >= until:
        count -= 1
    return count


def each(entries: Iterable[Entry], kind: type[F]) -> Iterator[tuple[Entry, F]]:
    """The entries of one kind, each with its fact."""
    if isinstance(entries, Register):
        return iter(entries.of(kind))
    return ((entry, entry.fact) for entry in entries if isinstance(entry.fact, kind))


def about(entries: Iterable[Entry], kinds: frozenset[type]) -> Sequence[Entry]:
    """The entries of some kinds, in order."""
    if isinstance(entries, Register):
        return entries.about(kinds)
    return [entry for entry in entries if type(entry.fact) in kinds]


def gathered(entries: Iterable[Entry], kinds: frozenset[type], gather: Callable[[Sequence[Entry]], T]) -> T:
    """What comes of the entries of some kinds; `gather` looks at nothing else."""
    if isinstance(entries, Register):
        return entries.gathered(kinds, gather)
    return gather(about(entries, kinds))


def read_by(
    entries: Iterable[Entry], kinds: frozenset[type], reader: Callable[[], R], until: float = inf
) -> R:
    """A reader that has read every entry of some kinds before a second.

    `reader` makes one, and is the same thing each time it is asked for the same.
    """
    if isinstance(entries, Register):
        return entries.read_by(kinds, reader, until)
    fresh = reader()
    for entry in entries:
        if type(entry.fact) in kinds and entry.at < until:
            fresh.take(entry)
    return fresh


def first(entries: Iterable[Entry], *kinds: type[object]) -> Entry | None:
    """The first entry of any of these kinds."""
    if isinstance(entries, Register):
        firsts = (next(each(entries, kind), None) for kind in kinds)
        return min((found[0] for found in firsts if found), key=lambda entry: entry.number, default=None)
    return next((entry for entry in entries if isinstance(entry.fact, kinds)), None)


def visible(entries: Iterable[Entry], seat: str) -> Iterator[Entry]:
    """The entries that a seat may have seen. This is the one exit through which truth is held back."""
    return (entry for entry in entries if entry.seen in (ROOM, seat))
