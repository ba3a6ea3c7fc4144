"""Verbs: which row of the table a line begins with."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from simulator.grammar.row import Row
from simulator.grammar.table import TABLE

POLITE = frozenset(
    {"please", "ok", "okay", "hey", "so", "now", "then", "and", "also", "just", "let's", "lets", "we", "i"}
    | {"can", "could", "you", "someone", "somebody", "anyone", "will", "would", "should"}
)
"""Words before a verb that are heard and change nothing: nobody is named by them."""

SHORTEST = 3
"""The fewest letters that may stand for a verb."""


@dataclass(frozen=True, slots=True)
class Verb:
    """The rows that a line may begin with, and the words from `start` up to `after` that say so."""

    rows: tuple[Row, ...]
    start: int
    after: int


def verb_of(words: tuple[str, ...]) -> Verb:
    """The verb that a line begins with. No row, or several, when it is unknown or unclear."""
    start = _past_manners(words)
    longest = _LONGEST.get(words[start], 0) if words else 0
    for length in range(longest, 0, -1):
        row = _IN_FULL.get(words[start : start + length])
        if row:
            return Verb((row,), start, min(start + length, len(words)))
    return _shortened(words, start)


def _past_manners(words: tuple[str, ...]) -> int:
    start = 0
    last = len(words) - 1
    while start < last and words[start] in POLITE:
        start += 1
    return start


def _shortened(words: tuple[str, ...], start: int) -> Verb:
    typed = words[start] if start < len(words) else ""
    begun = _USUAL.get(typed) or _OTHERS.get(typed) or ()
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


def _spelled(*, usual: bool) -> Iterator[_Spelled]:
    for row in TABLE:
        others = (spelling for spelling in row.spellings[1:] if len(spelling) == 1)
        for spelling in row.spellings[:1] if usual else others:
            yield spelling, row


_IN_FULL: Mapping[tuple[str, ...], Row] = {
    spelling: row for row in reversed(TABLE) for spelling in row.spellings
}
_LONGEST = {
    spelling[0]: max(len(other) for other in _IN_FULL if other[0] == spelling[0]) for spelling in _IN_FULL
}
"""The most words of a verb that begins with a word."""
_USUAL = _beginnings(_spelled(usual=True))
_OTHERS = _beginnings(_spelled(usual=False))
