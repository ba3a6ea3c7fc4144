"""When an update says that the next one comes, read from its words by rules.

A sentence speaks of the next post when it names one (`next update`, `another update`, `an update` that will
be given, `update you again`, `post again`). Its time is a span (`in 30 minutes`, `within the next hour`) or a
clock reading in UTC (`by 18:00 UTC`; where every clock is in UTC, also `by 18:00`). A sentence that speaks of
one and of any other time is not understood, and neither is one that might as well be about software.
"""

import re
from typing import NamedTuple

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.number_words import GAP, NUMBER, UP_TO, number_of
from simulator.domain.sentences import sentences

LONGEST = 18 * HOUR
"""A clock reading further ahead than this was meant otherwise (assumption)."""


class Promise(NamedTuple):
    """The seconds after which the next post was promised, if any; `unclear` when nobody can tell."""

    next_in: int | None = None
    unclear: bool = False


NONE, UNCLEAR = Promise(), Promise(unclear=True)

_GIVE = r"(?:provid|post|shar|giv|send|issu|publish|be back|return|follow up|have|offer|bring|report)\w*"
_CUE = (
    r"\b(?:(?:next|another|further|more|new|additional|regular|subsequent) (?:\w+ )?updates?"
    rf"|{_GIVE} (?:\w+ ){{0,3}}?(?:an?|our|continued|continuous|updated) (?:\w+ )?(?:updates?|information)"
    rf"|{_GIVE} (?:you )?(?:with )?updates?"
    r"|updates? (?:will|to) (?:be|follow|come)\w*"
    r"|(?:will|'ll|to) (?:\w+ )?update (?:you|again|here|everyone|customers|(?:this|our|the) (?:\w+ )?"
    r"(?:page|status|incident|post|notice))"
    r"|(?:more|further) (?:information|news|details)"
    r"|(?:will|'ll|to) (?:\w+ )?(?:(?:post|write) (?:\w+ ){0,2}?again|report (?:back|again)"
    r"|be back with|get back to you)"
    r"|^(?:and )?more(?: news)? (?:in|within|by)|(?:will|'ll) let you know)\b"
)
_NOT = (
    r"\b(?:(?:will|can|do|shall) ?not|won't|can't|don't|unable to)"
    r" (?:[\w']+ ){0,3}?(?:promis|updat|post|writ|report|provid|shar|giv|send|more|let)"
)
_IF = r"\b(?:if|whether|unless)\b"
"""What is said before one of these holds anyhow; what is said after it may never come."""
_MAYBE = r"\b(?:will|'ll|to|shall|expect)\b.*\bupdat"
_SOFTWARE = (
    r"\b(?:deploy|roll(?:ing|ed)? ?out|install|appl(?:y|ied|ying)|ship|releas|patch|software|firmware|driver"
    r"|kernel|version|package|database|dns|certificate|configuration|config)\w*"
)
_TIME = (
    r"\d|\b(?:tomorrow|tonight|today|morning|noon|afternoon|evening|night|midnight|hour|hourly|hr|minute|min|day"
    r"|daily|week|(?:mon|tues|wednes|thurs|fri|satur|sun)day|eod|half|quarter)s?\b"
)
_HALF = "( and a half)?"
_SPAN = (
    r"\b(?:in|within|every|after)(?: (?:the|next|another|about|approximately|around|roughly|coming)){0,4}"
    rf" ~?{UP_TO}({NUMBER}){_HALF}{GAP}(minutes?|mins?|m|hours?|hrs?|h)\b{_HALF}"
)
_NEXT = (
    r"\b(?:in|within) (?:the |an? )?(?:next )?(half an |half |quarter of an |quarter |)(hour)\b"
    r"(?! and a half)|\b(hourly)\b|\bevery (half |quarter )?(hour)\b"
)
_READING = (
    r"\b(?:by|at|before|around|about|until|no later than) (\d{1,2})[:.]?([0-5]\d)? ?(am|pm|a\.m\.|p\.m\.)?"
)
_CLOCK = _READING + r" ?\(?(?:utc|gmt|z)\b"
_ELSEWHERE = r"(?:[ecmp][sde]t|cest|ist|bst|jst|pacific|eastern|central|local|your|dublin|san francisco)"
_OUR_CLOCK = _READING + rf"(?: ?\(?(?:utc|gmt|z))?\b(?![:.]?\d| ?\(?{_ELSEWHERE}\b)"
"""Where every clock is in UTC nobody says so; the reading of another zone is none."""
_OTHER_DAY = (
    r"\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\w*)\b"
)
_SPEAKING = ("updat", "information", "news", "details", "again", "more", "back", "know")
"""No text without any of these speaks of the next post: most need not be looked at."""
_DASH = r"\s[-\u2013\u2014\u2022]\s"
"""Beside one of these stands another sentence, or the next of a list."""


def promise(text: str, since_midnight: int | None, ours: bool = False) -> Promise:
    """What a post's text promises. `since_midnight` are the seconds of its UTC day, None if not known.

    With `ours` all clocks of those who write and read it are in UTC, so that a reading needs not say so.
    """
    low = text.casefold()
    if not any(word in low for word in _SPEAKING):
        return NONE
    clock = _Clock(since_midnight, _OUR_CLOCK if ours else _CLOCK)
    found = [_in_sentence(part, clock) for each in sentences(low) for part in re.split(_DASH, each)]
    told = [one for one in found if one.next_in is not None]
    if any(one.unclear for one in found) or len({one.next_in for one in told}) > 1:
        return UNCLEAR
    return told[0] if told else NONE


class _Clock(NamedTuple):
    """The seconds of the day it is, None if not known, and how a clock reading is written."""

    since_midnight: int | None
    reading: str


def _in_sentence(sentence: str, clock: _Clock) -> Promise:
    cue = re.search(_CUE, sentence)
    if _denied(sentence, cue) or (cue and re.search(_IF, sentence[: cue.start()])):
        return NONE
    timed = re.search(_TIME, sentence)
    if not timed or not (cue or re.search(_MAYBE, sentence)):
        return NONE
    if not cue or re.search(_SOFTWARE, sentence) or re.search(_OTHER_DAY, sentence):
        return UNCLEAR
    times = [time for time in (_span(sentence), _until(sentence, clock)) if time]
    clear = len(times) == 1 and not re.search(_TIME, _without(sentence, clock))
    return Promise(times[0]) if clear else UNCLEAR


def _denied(sentence: str, cue: re.Match[str] | None) -> bool:
    """Whether it says that no post will come; `you cannot send mail, next update at noon` does not."""
    found = re.search(_NOT, sentence)
    if found is None:
        return False
    return cue is None or "," not in sentence[found.end() : cue.start()]


def _without(sentence: str, clock: _Clock) -> str:
    """A sentence without the times that are understood, one of a kind; what is left over may be another."""
    for pattern in (_SPAN, _NEXT, clock.reading):
        sentence = re.sub(pattern, " ", sentence, count=1)
    return sentence


def _span(sentence: str) -> int | None:
    """The seconds of `in 30 minutes`; of several spans nobody knows which is meant."""
    spans = {_seconds(*found) for found in re.findall(_SPAN, sentence)}
    parts = {_part_of_an_hour(" ".join(found)) for found in re.findall(_NEXT, sentence)}
    both = spans | parts
    return both.pop() if len(both) == 1 else None


def _seconds(number: str, half: str, unit: str, half_after: str) -> int:
    """`one and a half hours` are as long as `an hour and a half`."""
    each = HOUR if unit[0] == "h" else MINUTE
    return number_of(number) * each + (each // 2 if half or half_after else 0)


def _part_of_an_hour(words: str) -> int:
    return HOUR // 4 if "quarter" in words else HOUR // 2 if "half" in words else HOUR


def _until(sentence: str, clock: _Clock) -> int | None:
    """The seconds until `18:00 UTC`, today or, when that has passed, tomorrow."""
    found = re.findall(clock.reading, sentence)
    if clock.since_midnight is None or len(found) != 1:
        return None
    hour, minute, half = found[0]
    if not (minute or half) or int(hour) > (12 if half else 24):
        return None
    hours = int(hour) % 12 + (12 if half[:1] == "p" else 0) if half else int(hour)
    ahead = (hours * HOUR + int(minute or 0) * MINUTE - clock.since_midnight) % DAY
    return ahead if 0 < ahead <= LONGEST else None
