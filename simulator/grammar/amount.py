"""Durations as people say them: `5m`, `1h30m`, `twelve minutes`, `an hour and a half`.

A bare number is minutes.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.number_words import NUMBER_WORDS

_UNITS = {
    spelling: seconds
    for seconds, spellings in (
        (1, ("s", "sec", "secs", "second", "seconds")),
        (MINUTE, ("m", "min", "mins", "minute", "minutes")),
        (HOUR, ("h", "hr", "hrs", "hour", "hours")),
        (DAY, ("d", "day", "days")),
    )
    for spelling in spellings
}
_SPOKEN = {
    ("half", "an", "hour"): HOUR // 2,
    ("half", "hour"): HOUR // 2,
    ("a", "half", "hour"): HOUR // 2,
    ("quarter", "hour"): HOUR // 4,
    ("a", "quarter", "hour"): HOUR // 4,
    ("quarter", "of", "an", "hour"): HOUR // 4,
    ("a", "quarter", "of", "an", "hour"): HOUR // 4,
}
_UNIT_ONLY = {("a",): 1, ("an",): 1, ("a", "couple", "of"): 2, ("a", "couple"): 2, ("couple", "of"): 2}
"""What counts only where a unit follows."""
_COUNTED = {tuple(word.split("-")): number for word, number in NUMBER_WORDS.items()}
_NUMBERS = {("zero",): 0, **_COUNTED, **_UNIT_ONLY}
"""Numbers by their words: `forty-five` is split into two, as a name is."""
_BEGIN_NUMBERS = frozenset(words[0] for words in _NUMBERS)
_PIECE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([a-z]+)")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_SHARE = re.compile(r"([0-9]{1,3})(%?)")
_MORE = (["more"], ("more",), ["further"], ("further",))
"""`5 more minutes` are as long as 5 minutes: from when it is said."""
_AND_A_HALF = ("and", "a", "half")
_LONGEST_NUMBER, _LONGEST_SPOKEN = 3, 5
WHOLE = 100

MOST = 100 * DAY
"""Longer than any incident; what is beyond it is a slip of the finger."""


def hear(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The seconds of the duration at `start` and the word after it; None when none begins there."""
    if start >= len(words):
        return None
    heard = _pieces(words, start) if words[start][0].isdecimal() else _said(words, start)
    return heard if heard and heard[0] <= MOST else None


def hear_in_units(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The same where it says of what: `5m` and `5 min`, but no bare number."""
    alone = words[start].isdecimal() and (start + 1 >= len(words) or words[start + 1] not in _UNITS)
    return hear(words, start) if words[start][0].isdecimal() and not alone else None


def hear_share(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """The percent of the share at `start` (`80%`, `80 percent`, `80`) and the word after it; None if none."""
    match = _SHARE.fullmatch(words[start]) if start < len(words) else None
    if match is None or int(match[1]) > WHOLE:
        return None
    spelled_out = not match[2] and words[start + 1 : start + 2] in (("percent",), ("per",))
    after = start + 1 + spelled_out
    return int(match[1]), after + (spelled_out and words[start + 1 : start + 3] == ("per", "cent"))


def _said(words: Sequence[str], start: int) -> tuple[int, int] | None:
    for end in range(min(len(words), start + _LONGEST_SPOKEN), start + 1, -1):
        seconds = _SPOKEN.get(tuple(words[start:end]))
        if seconds is not None:
            return seconds, end
    return _pieces(words, start) if words[start] in _BEGIN_NUMBERS else None


def _pieces(words: Sequence[str], start: int) -> tuple[int, int] | None:
    total, index = 0, start
    while index < len(words) and (piece := _piece(words, index, start)):
        total, index = total + piece[0], piece[1]
    return (total, index) if index > start else None


def _piece(words: Sequence[str], index: int, start: int) -> tuple[int, int] | None:
    """The seconds of one number with its unit, or of the first one without, and the word after it."""
    if start < index < len(words) - 1 and words[index] == "and":
        index += 1
    counted = _number(words, index)
    if counted is None:
        seconds = _compact(words[index])
        return None if seconds is None else (seconds, index + 1)
    number, after = counted
    half = _half(words, after)
    at = after + 1 if words[after : after + 1] in _MORE else after + half
    unit = _UNITS.get(words[at]) if at < len(words) else None
    if unit is not None:
        late = 0 if half else _half(words, at + 1)
        return round((number + bool(half or late) / 2) * unit), at + 1 + late
    bare = index == start and tuple(words[index:after]) not in _UNIT_ONLY
    return (round(number * MINUTE), after) if bare else None


def _number(words: Sequence[str], index: int) -> tuple[float, int] | None:
    """The number at a place, in figures or in words, and the word after it; None when none is there."""
    if _NUMBER.fullmatch(words[index]):
        return float(words[index]), index + 1
    if words[index] in _BEGIN_NUMBERS:
        for end in range(min(len(words), index + _LONGEST_NUMBER), index, -1):
            number = _NUMBERS.get(tuple(words[index:end]))
            if number is not None:
                return number, end
    return None


def _half(words: Sequence[str], index: int) -> int:
    """How many words say that it is half a unit more: `an hour and a half`, `one and a half hours`."""
    return len(_AND_A_HALF) if tuple(words[index : index + len(_AND_A_HALF)]) == _AND_A_HALF else 0


@lru_cache(maxsize=1024)
def _compact(word: str) -> int | None:
    total, place = 0, 0
    while place < len(word):
        match = _PIECE.match(word, place)
        if not match or match[2] not in _UNITS:
            return None
        total, place = total + _seconds(match[1], _UNITS[match[2]]), match.end()
    return total


def _seconds(number: str, unit: int) -> int:
    return round(float(number) * unit)
