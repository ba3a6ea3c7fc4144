"""Verbs: which row of a table a line begins with."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from simulator.domain.value import Value
from simulator.grammar.row import Row
from simulator.grammar.table import TABLE

POLITE = frozenset(
    {"please", "ok", "okay", "hey", "so", "now", "then", "and", "also", "just", "let's", "lets", "we", "i"}
    | {"can", "could", "you", "someone", "somebody", "anyone", "will", "would", "should"}
)
"""Words before a verb that are heard and change nothing: nobody is named by them."""

_NO_BEGINNING = frozenset({"not"})
"""What begins a verb, and is a word of its own: `let's not do that` is no note."""
SHORTEST = 3
"""The fewest letters that may stand for a verb."""


class Verb(Value):
    """The rows that a line may begin with, and the words from `start` up to `after` that say so."""

    rows: tuple[Row, ...]
    start: int
    after: int


class Verbs(Value, eq=False, dict=True):
    """The verbs of a table of commands, ready to be found."""

    rows: tuple[Row, ...]
    introduced: tuple[str, str] = ("command", "order")
    """What one does with these words, and the verb that is shown as an example of them."""

    @cached_property
    def in_full(self) -> Mapping[tuple[str, ...], Row]:
        """The row of each verb; the earlier one where two share it."""
        return {spelling: row for row in reversed(self.rows) for spelling in row.spellings}

    @cached_property
    def longest(self) -> Mapping[str, int]:
        """The most words of a verb that begins with a word."""
        found: dict[str, int] = {}
        for spelling in self.in_full:
            found[spelling[0]] = max(found.get(spelling[0], 0), len(spelling))
        return found

    @cached_property
    def usual(self) -> "Mapping[str, tuple[_Spelled, ...]]":
        """The usual verbs by their beginnings."""
        return _beginnings((row.spellings[0], row) for row in self.rows)

    @cached_property
    def others(self) -> "Mapping[str, tuple[_Spelled, ...]]":
        """Other verbs of one word by their beginnings."""
        every = ((spelling, row) for row in self.rows for spelling in row.spellings[1:])
        return _beginnings((spelling, row) for spelling, row in every if len(spelling) == 1)

    @cached_property
    def usual_of(self) -> Mapping[str, str]:
        """The usual verb for every verb."""
        return {verb: row.verb for row in reversed(self.rows) for verb in row.verbs}


VERBS = Verbs(TABLE)
"""What trainees say."""


def verb_of(words: tuple[str, ...], verbs: Verbs = VERBS) -> Verb:
    """The verb that a line begins with. No row, or several, when it is unknown or unclear."""
    start = _past_manners(words)
    longest = verbs.longest.get(words[start], 0) if words else 0
    for length in range(longest, 0, -1):
        row = verbs.in_full.get(words[start : start + length])
        if row:
            return Verb((row,), start, min(start + length, len(words)))
    return _shortened(words, start, verbs)


def _past_manners(words: tuple[str, ...]) -> int:
    start = 0
    last = len(words) - 1
    while start < last and words[start] in POLITE:
        start += 1
    return start


def _shortened(words: tuple[str, ...], start: int, verbs: Verbs) -> Verb:
    typed = words[start] if start < len(words) else ""
    begun = () if typed in _NO_BEGINNING else verbs.usual.get(typed) or verbs.others.get(typed) or ()
    reached = [(_said(spelling, words, start), row) for spelling, row in begun]
    most = max((length for length, _ in reached), default=1)
    rows = tuple(dict.fromkeys(row for length, row in reached if length == most))
    return Verb(rows, start, start + most)


def _said(spelling: tuple[str, ...], words: tuple[str, ...], start: int) -> int:
    """How many of the typed words begin the words of a verb."""
    length = 0
    for said, typed in zip(spelling, words[start:], strict=False):
        if not said.startswith(typed):
            break
        length += 1
    return length


_Spelled = tuple[tuple[str, ...], Row]


def _beginnings(spelled: Iterable[_Spelled]) -> dict[str, tuple[_Spelled, ...]]:
    found: dict[str, list[_Spelled]] = {}
    for spelling, row in spelled:
        for length in range(SHORTEST, len(spelling[0]) + 1):
            found.setdefault(spelling[0][:length], []).append((spelling, row))
    return {typed: tuple(rows) for typed, rows in found.items()}
