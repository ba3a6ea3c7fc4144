"""Durations as people say them: `5m`, `1h30m`, `90 seconds`, `half an hour`; a bare number is minutes."""

import re
from collections.abc import Sequence
from functools import lru_cache

from simulator.domain.duration import DAY, HOUR, MINUTE

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
    ("quarter", "hour"): HOUR // 4,
    ("an", "hour"): HOUR,
    ("a", "minute"): MINUTE,
    ("a", "day"): DAY,
}
_TO_TEN = "zero one two three four five six seven eight nine ten"
_TENS = {"fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40", "sixty": "60", "ninety": "90"}
_NUMBERS = {word: str(number) for number, word in enumerate(_TO_TEN.split())} | _TENS
_PIECE = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,3})?)([a-z]+)")
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,3})?")
_SHARE = re.compile(r"([0-9]{1,3})(%?)")
_MORE = (["more"], ("more",), ["further"], ("further",))
"""`5 more minutes` are as long as 5 minutes: from when it is said."""
_LONGEST_SPOKEN = 3
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
    return _pieces(words, start) if words[start] in _NUMBERS else None


def _pieces(words: Sequence[str], start: int) -> tuple[int, int] | None:
    total, index = 0, start
    while index < len(words) and (piece := _piece(words, index, first=index == start)):
        total, index = total + piece[0], piece[1]
    return (total, index) if index > start else None


def _piece(words: Sequence[str], index: int, *, first: bool) -> tuple[int, int] | None:
    number = _NUMBERS.get(words[index], words[index])
    if number[0].isdecimal() and _NUMBER.fullmatch(number):
        at = index + 2 if words[index + 1 : index + 2] in _MORE else index + 1
        unit = _UNITS.get(words[at]) if at < len(words) else None
        if unit is not None:
            return _seconds(number, unit), at + 1
        return (_seconds(number, MINUTE), index + 1) if first else None
    seconds = _compact(words[index])
    return None if seconds is None else (seconds, index + 1)


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
