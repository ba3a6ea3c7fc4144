"""By when something is expected, as a text says it: `until about 15:35`, `in ten minutes`.

When the next post comes is no such time, nor is what is past. A time that moved is news by itself, to whoever
had been told another.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.number_words import GAP, NUMBER, UP_TO, number_of
from simulator.domain.sentences import sentences

MOVED = 10 * MINUTE
"""A time that moved by less than this is the same (assumption)."""
LONGEST = 12 * HOUR
"""A clock reading further ahead than this is of something past (assumption)."""

_ROUGHLY = r"(?: (?:the|a|about|around|roughly|approximately|another|next|at least|at most|up to|less than))"
_AHEAD = r"\b(?:in|within|takes?|needs?|another|lasts?)"
_UNIT = r"(minutes?|mins?|m|hours?|hrs?|h)\b"
_FURTHER = " (?:more|further) "
_SPAN = rf"{_AHEAD}{_ROUGHLY}{{0,3}} {UP_TO}({NUMBER})(?:{_FURTHER}|{GAP}){_UNIT}"
_MORE = rf"\b({NUMBER}){_FURTHER}{_UNIT}"
_PART = rf"{_AHEAD}{_ROUGHLY}{{0,3}} (quarter of an|half an) hour\b"
_PARTS = {"quarter of an": HOUR // 4, "half an": HOUR // 2}
_CLOCK = (
    r"\b(?:by|at|until|till|before|around|about|towards|than|for|from)"
    r"(?: (?:about|around|roughly|approximately))? ~?([01]?\d|2[0-3])[:.]([0-5]\d)\b(?![:.]?\d)"
)
_NEXT_POST = (
    r"\bupdat|\b(?:word|news)\b|\bnext (?:\w+ )?(?:post|report|check|look)"
    r"|\b(?:writ|post|report|check|look|tell|hear)\w* (?:\w+ )?(?:again|back|from us)\b"
    r"|\bmore (?:at|by|in|until)\b|\blet you know\b"
)


class _Said(NamedTuple):
    """A time that a text names: so many seconds ahead, or those of the day that a clock then shows."""

    seconds: int
    clock: bool = False


def expected_in(text: str, since_midnight: int) -> tuple[int, ...]:
    """The seconds from now to each time at which something is expected.

    `since_midnight` are the seconds of the day.
    """
    said = _said(text)
    ahead = [(time.seconds - since_midnight) % DAY if time.clock else time.seconds for time in said]
    return tuple([at for at, time in zip(ahead, said, strict=True) if at <= LONGEST or not time.clock])


def moved(times: Collection[int], told: Collection[int]) -> bool:
    """Whether any of these seconds is another than those that had been told; not where none had been."""
    return bool(told) and any(all(abs(new - old) >= MOVED for old in told) for new in times)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[_Said, ...]:
    """The times that a text names; it is heard by many, and again and again in exercises that are alike."""
    said = (one for one in sentences(text.casefold()) if not re.search(_NEXT_POST, one))
    return tuple(time for one in said for time in _in_sentence(one))


def _in_sentence(sentence: str) -> Iterator[_Said]:
    for number, unit in (*re.findall(_SPAN, sentence), *re.findall(_MORE, sentence)):
        yield _Said(number_of(number) * (HOUR if unit[0] == "h" else MINUTE))
    yield from (_Said(_PARTS[part]) for part in re.findall(_PART, sentence))
    for hour, minute in re.findall(_CLOCK, sentence):
        yield _Said(int(hour) * HOUR + int(minute) * MINUTE, clock=True)
