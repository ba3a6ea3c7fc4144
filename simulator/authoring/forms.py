"""The short texts that stand for a value: `12m`, `40%`, `+80%`, `4x`, `60% for 6m`, `app errors > 5% for 3m`.

Each form knows how to read itself, how to say what it is, and what someone probably meant who got it wrong.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from simulator.domain.duration import DAY, HOUR, MINUTE, read_duration, show_duration
from simulator.domain.week import OfficeHours, read_hours, read_moment, read_offset

T = TypeVar("T")
LONGEST_FORM = 120
LONGEST_TIME = 30 * DAY


def _match(pattern: str, text: str) -> "re.Match[str] | None":
    return re.fullmatch(pattern, text, re.ASCII)


def _no_idea(_: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Form(Generic[T]):
    """A way of writing a value as text.

    `parse` gives None for a text that is not of this form; `mend` the text that was probably meant, or an
    empty one. `pattern` is for editors and may allow a little more than `parse` does.
    """

    name: str
    such_as: str
    pattern: str
    parse: Callable[[str], T | None]
    mend: Callable[[str], str] = _no_idea

    @property
    def expected(self) -> str:
        """The form in words with examples."""
        return f"{self.name} such as {self.such_as}"

    def read(self, value: object) -> T | None:
        """The value of a text in this form; None for any other text, and for what is no text."""
        if not isinstance(value, str) or len(value) > LONGEST_FORM:
            return None
        return self.parse(value.strip())

    def meant(self, text: str) -> str:
        """A text of this form that the given one was probably meant to be, or empty."""
        if len(text) > LONGEST_FORM:
            return ""
        meant = self.mend(text.strip())
        return meant if meant and self.parse(meant) is not None else ""


_TIME = r"(?:\d{1,3}d)?(?:\d{1,4}h)?(?:\d{1,5}m)?(?:\d{1,6}s)?"
_SHARE = r"\d{1,3}(?:\.\d{1,4})?%"


def _duration(text: str) -> int | None:
    if not text or not _match(_TIME, text):
        return None
    seconds = read_duration(text)
    return seconds if seconds is not None and seconds <= LONGEST_TIME else None


_UNITS = (("s", 1), ("m", MINUTE), ("h", HOUR), ("d", DAY))


def _mend_duration(text: str) -> str:
    match = _match(r"(\d{1,5}(?:\.\d{1,3})?)\s*([a-z]*)\.?", text.lower())
    if not match:
        return ""
    number, unit = match.groups()
    size = next((size for letter, size in _UNITS if (unit or "m").startswith(letter)), 0)
    return show_duration(round(float(number) * size))


DURATION = Form("a duration", "90s, 12m or 1h30m", rf"^(?=\d){_TIME}$", _duration, _mend_duration)


def _percent(text: str) -> float | None:
    return _hundredth(text.removesuffix("%")) if _match(_SHARE, text) else None


def _hundredth(digits: str) -> float:
    return round(float(digits) / 100, 8)


def _part_of_all(text: str) -> float | None:
    share = _percent(text)
    return share if share is not None and share <= 1 else None


def _mend_percent(text: str) -> str:
    match = _match(r"[-+]?(\d{1,3}(?:\.\d{1,4})?)\s*(%|percent)?", text)
    if not match:
        return ""
    number, unit = float(match[1]), match[2]
    return f"{number * 100:g}%" if not unit and number <= 1 else f"{number:g}%"


PERCENT = Form("a share of at most 100%", "5% or 62.5%", rf"^{_SHARE}$", _part_of_all, _mend_percent)
LEVEL = Form("a percentage", "60% or 140%", rf"^{_SHARE}$", _percent, _mend_percent)


def _change(text: str) -> float | None:
    if not _match(rf"[-+]{_SHARE.replace('{1,3}', '{1,5}', 1)}", text):
        return None
    amount = _hundredth(text.removesuffix("%"))
    return amount if amount >= -1 else None


def _mend_change(text: str) -> str:
    mended = _mend_percent(text)
    return f"{'-' if text.startswith('-') else '+'}{mended}" if mended else ""


CHANGE = Form("a change", "+80% or -65%", r"^[-+]\d{1,5}(?:\.\d{1,4})?%$", _change, _mend_change)


def _factor(text: str) -> float | None:
    match = _match(r"(\d{1,4}(?:\.\d{1,3})?)x", text)
    return float(match[1]) if match else None


def _mend_factor(text: str) -> str:
    match = _match(r"x?\s*(\d{1,4}(?:\.\d{1,3})?)\s*(?:x|times)?", text)
    return f"{float(match[1]):g}x" if match else ""


FACTOR = Form("a factor", "4x or 1.5x", r"^\d{1,4}(?:\.\d{1,3})?x$", _factor, _mend_factor)

_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_CLOCK = r"(?:[01]\d|2[0-4]):[0-5]\d"


def _mend_days(text: str) -> str:
    short = re.sub(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", lambda match: match[1].title(), text.lower())
    return re.sub(r"(?<![\d:])(\d:\d\d)", r"0\1", short)


MOMENT = Form("a moment of the week in UTC", "Wed 21:40", rf"^{_DAY} {_CLOCK}$", read_moment, _mend_days)
HOURS: Form[OfficeHours] = Form(
    "a span of office hours",
    "Mon-Fri 08:00-18:00",
    rf"^{_DAY}(?:-{_DAY})? {_CLOCK}-{_CLOCK}$",
    read_hours,
    _mend_days,
)


def _offset(text: str) -> int | None:
    seconds = read_offset(text)
    return seconds if seconds is not None and abs(seconds) <= 14 * HOUR else None


def _mend_offset(text: str) -> str:
    match = _match(r"(?:UTC|GMT)?\s*([-+]?)\s*(\d{1,2}(?::\d\d)?)(?::00)?", text.upper())
    return f"UTC{match[1] or '+'}{match[2]}" if match else ""


OFFSET = Form(
    "a clock", "UTC, UTC-8 or UTC+5:30", r"^UTC(?:[+-]\d{1,2}(?::[0-5]\d)?)?$", _offset, _mend_offset
)


def _place(text: str) -> tuple[str, int | None] | None:
    match = _match(r"([^/\s](?:[^/]*[^/\s])?)(?:/([1-9]\d?))?", text)
    return (match[1], int(match[2]) if match[2] else None) if match else None


TARGET = Form("a service, or one part of it,", "app or db-shards/3", r"^[^/]+(?:/[1-9]\d?)?$", _place)


def _relief(text: str) -> tuple[float, int] | None:
    match = _match(rf"({_SHARE}) for (\S+)", text)
    if not match:
        return None
    share, seconds = _part_of_all(match[1]), _duration(match[2])
    return (share, seconds) if share and seconds else None


RELIEF = Form("a share for a time", "60% for 6m", rf"^{_SHARE} for {_TIME}$", _relief)


def _rate(text: str) -> float | None:
    match = _match(r"(\d{1,3}(?:\.\d{1,2})?) per 1000 an hour", text)
    return float(match[1]) if match else None


def _mend_rate(text: str) -> str:
    match = re.match(r"\d{1,3}(?:\.\d{1,2})?", text, re.ASCII)
    return f"{match[0]} per 1000 an hour" if match else ""


RATE = Form(
    "a rate of reports", "4 per 1000 an hour", r"^\d{1,3}(?:\.\d{1,2})? per 1000 an hour$", _rate, _mend_rate
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """A signal beyond a threshold for some seconds; `unit` is `%` or `x`."""

    signal: str
    beyond: Literal["above", "below"]
    threshold: float
    unit: str
    hold: int


_CROSSING = re.compile(
    rf"(\S.*?) (>|<|above|below) ({_SHARE}|\d{{1,4}}(?:\.\d{{1,3}})?x) for (\S+)", re.ASCII
)


def _crossing(text: str) -> Crossing | None:
    match = _CROSSING.fullmatch(text)
    hold = _duration(match[4]) if match else None
    if not match or hold is None:
        return None
    threshold = _percent(match[3])
    unit = "x" if threshold is None else "%"
    number = threshold if threshold is not None else _factor(match[3])
    beyond: Literal["above", "below"] = "above" if match[2] in (">", "above") else "below"
    return Crossing(match[1], beyond, number or 0.0, unit, hold)


CROSSING = Form(
    "a signal beyond a threshold",
    "app errors > 5% for 3m or shard write time > 4x for 5m",
    r"^\S.* (>|<|above|below) \d+(\.\d+)?[%x] for \S+$",
    _crossing,
)
