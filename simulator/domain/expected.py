"""By when something is expected, as a text says it: `until about 15:35`, `in ten minutes`.

When the next post comes is no such time, nor is what is past. A time that moved is news by itself, to whoever
had been told another.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from simulator.domain.duration import DAY, HOUR, MINUTE

MOVED = 10 * MINUTE
"""A time that moved by less than this is the same (assumption)."""
LONGEST = 12 * HOUR
"""A clock reading further ahead than this is of something past (assumption)."""

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "forty-five": 45, "sixty": 60,
    "ninety": 90,
}  # fmt: skip
_NUMBER = rf"(\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_ROUGHLY = r"(?: (?:the|a|about|around|roughly|approximately|another|next|at least|at most|up to|less than))"
_AHEAD = r"\b(?:in|within|takes?|needs?|another|lasts?)"
_SPAN = re.compile(
    rf"{_AHEAD}{_ROUGHLY}{{0,3}} {_NUMBER}(?: (?:more|further))? ?(minutes?|mins?|m|hours?|hrs?|h)\b"
)
_MORE = re.compile(rf"\b{_NUMBER} (?:more|further) (minutes?|mins?|m|hours?|hrs?|h)\b")
_PART = re.compile(rf"{_AHEAD}{_ROUGHLY}{{0,3}} (quarter of an|half an) hour\b")
_PARTS = {"quarter of an": HOUR // 4, "half an": HOUR // 2}
_CLOCK = re.compile(
    r"\b(?:by|at|until|till|before|around|about|towards|than|for|from)"
    r"(?: (?:about|around|roughly|approximately))? ~?([01]?\d|2[0-3])[:.]([0-5]\d)\b(?![:.]?\d)"
)
_NEXT_POST = re.compile(
    r"\bupdat|\b(?:word|news)\b|\bnext (?:\w+ )?(?:post|report|check|look)"
    r"|\b(?:writ|post|report|check|look|tell|hear)\w* (?:\w+ )?(?:again|back|from us)\b"
    r"|\bmore (?:at|by|in|until)\b|\blet you know\b"
)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s[-\u2013\u2014\u2022]\s")


@lru_cache(maxsize=4096)
def expected_in(text: str, since_midnight: int) -> tuple[int, ...]:
    """The seconds from now to each time at which something is expected.

    `since_midnight` are the seconds of the day.
    """
    sentences = (one for one in _SENTENCE.split(text.casefold()) if not _NEXT_POST.search(one))
    return tuple(ahead for one in sentences for ahead in _in_sentence(one, since_midnight))


def moved(times: Collection[int], told: Collection[int]) -> bool:
    """Whether any of these seconds is another than those that had been told; not where none had been."""
    return bool(told) and any(all(abs(new - old) >= MOVED for old in told) for new in times)


def _in_sentence(sentence: str, since_midnight: int) -> Iterator[int]:
    for number, unit in (*_SPAN.findall(sentence), *_MORE.findall(sentence)):
        yield (int(number) if number.isdecimal() else _NUMBERS[number]) * (HOUR if unit[0] == "h" else MINUTE)
    yield from (_PARTS[part] for part in _PART.findall(sentence))
    for hour, minute in _CLOCK.findall(sentence):
        ahead = (int(hour) * HOUR + int(minute) * MINUTE - since_midnight) % DAY
        if ahead <= LONGEST:
            yield ahead
