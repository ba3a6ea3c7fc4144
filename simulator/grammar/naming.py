"""Names in a line: where a name ends, and what it stands for."""

import re
from collections.abc import Sequence

from simulator.grammar.form import Slot
from simulator.grammar.names import Names
from simulator.grammar.scan import Heard, Miss, Scan
from simulator.grammar.topics import OPENERS, topics_in
from simulator.grammar.words import COMMA, spoken

_BETWEEN = frozenset({COMMA, "and"})
_ORDERED = re.compile(r"(change )?c[1-9][0-9]{0,2}")
_ALL = frozenset({"everything", "everyone", "all"})


def hear_name(scan: Scan, slot: Slot, start: int, following: Slot | None) -> Heard | Miss:
    """The name that begins at a word and ends before a clause, the next slot or the line's end."""
    words = scan.line.plain
    if start >= len(words):
        return Miss("missing", start, start, slot)
    if following:
        return _before(scan, slot, start, following)
    end = scan.end(start)
    if end < len(words) and words[end] in scan.vocabulary.kinds[slot.kind].words:
        end = _longer(scan, slot, start, end)
    return _settled(scan, slot, meant(scan, slot.kind, start, end), start, end)


def _longer(scan: Scan, slot: Slot, start: int, end: int) -> int:
    """The end of the longest full name, for a name may hold what looks like a clause (`drain by region`)."""
    furthest = min(len(scan.words), start + scan.vocabulary.kinds[slot.kind].longest)
    longest = end
    while end <= furthest:
        if _exact(scan, slot, start, end):
            longest = end
        end = scan.end(end) if end < len(scan.words) else furthest + 1
    return longest


def meant(scan: Scan, kind: str, start: int, end: int) -> tuple[str, ...]:
    """The values that some words may mean, with idle words around them left out if need be."""
    words = scan.phrase(start, end)
    if kind == "TOPIC":
        return topics_in(words)
    if kind == "CHANGE" and (number := _number(_busy(spoken(words), scan.idle))):
        return (number,)
    names = scan.vocabulary.kinds[kind]
    return names.find(words) or _idly(scan, names, words)


def _number(words: Sequence[str]) -> str:
    """A change by the number it was given when it was ordered, as the board has it: `c3`."""
    return words[-1] if words and _ORDERED.fullmatch(" ".join(words)) else ""


def _idly(scan: Scan, names: Names, words: Sequence[str]) -> tuple[str, ...]:
    """The values of a name with idle words around it, or with an apostrophe: `raj's look`."""
    busy = _busy(spoken(words), scan.idle)
    found = names.find(busy)
    if found or not any(word.endswith("'s") for word in busy):
        return found
    return names.find([word.removesuffix("'s") for word in busy])


def _busy(words: Sequence[str], idle: frozenset[str]) -> Sequence[str]:
    first, last = 0, len(words)
    while first < last and words[first] in idle:
        first += 1
    while first < last and words[last - 1] in idle:
        last -= 1
    return words[first:last]


def _exact(scan: Scan, slot: Slot, start: int, end: int) -> tuple[str, ...]:
    return scan.vocabulary.kinds[slot.kind].exact(scan.phrase(start, end))


def _settled(scan: Scan, slot: Slot, values: tuple[str, ...], start: int, end: int) -> Heard | Miss:
    if len(values) == 1:
        return Heard(values[0], end)
    if not values:
        return Miss("unknown", start, end, slot)
    names = scan.vocabulary.kinds[slot.kind]
    return Miss("unclear", start, end, slot, tuple(names.label(value) for value in values))


def _before(scan: Scan, slot: Slot, start: int, following: Slot) -> Heard | Miss:
    last = min(len(scan.words), start + scan.vocabulary.kinds[slot.kind].longest)
    for end in range(last, start, -1):
        if values := _exact(scan, slot, start, end):
            return _settled(scan, slot, values, start, end)
    if following.kind == "TOPIC" and scan.words[start] in OPENERS:
        return Miss("unknown", start, start + 1, slot)
    splits = [end for end in range(last, start, -1) if _may_begin(scan, following, end)]
    for end in splits:
        if values := meant(scan, slot.kind, start, end):
            return _settled(scan, slot, values, start, end)
    return Miss("unknown", start, splits[-1] if splits else start + 1, slot)


def _may_begin(scan: Scan, slot: Slot, start: int) -> bool:
    return start < len(scan.words) and bool(meant(scan, slot.kind, start, scan.end(start)))


def hear_scope(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    """The journeys and services of a list such as `send a message, search and log in`."""
    found: list[str] = []
    index = start
    while index < len(scan.words):
        if scan.words[index] in _BETWEEN:
            index += 1
            continue
        if index > start and scan.words[index] in scan.form.starts and scan.form.opening(scan.words, index):
            break
        heard = _one_of_scope(scan, slot, index)
        if isinstance(heard, Miss):
            return heard
        found += heard.value if isinstance(heard.value, tuple) else ()
        index = heard.after
    return Heard(tuple(dict.fromkeys(found)), index) if found else Miss("missing", start, start, slot)


def _one_of_scope(scan: Scan, slot: Slot, start: int) -> Heard | Miss:
    if scan.words[start] in _ALL and (everything := _everything(scan, start)):
        return everything
    last = min(len(scan.words), start + scan.vocabulary.kinds[slot.kind].longest)
    for end in range(last, start, -1):
        if values := _exact(scan, slot, start, end):
            return _as_list(_settled(scan, slot, values, start, end))
    end = scan.end(start)
    end = next((index for index in range(start, end) if scan.words[index] in _BETWEEN), end)
    return _as_list(_settled(scan, slot, meant(scan, slot.kind, start, end), start, end))


def _as_list(heard: Heard | Miss) -> Heard | Miss:
    return Heard((heard.value,), heard.after) if isinstance(heard, Heard) else heard


def _everything(scan: Scan, start: int) -> Heard | None:
    after = start + 1
    if scan.words[start] == "all" and scan.words[after : after + 1] in (("journeys",), ("customers",)):
        after += 1
    return Heard(scan.vocabulary.journeys, after) if scan.vocabulary.journeys else None
