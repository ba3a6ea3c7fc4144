"""Times: durations, moments of the week, office hours, clocks."""

import re

from simulator.authoring.forms.form import Form, match
from simulator.domain.duration import DAY, HOUR, MINUTE, read_duration, show_duration
from simulator.domain.week import OfficeHours, read_hours, read_moment, read_offset

LONGEST_TIME = 30 * DAY
TIME = r"(?:\d{1,3}d)?(?:\d{1,4}h)?(?:\d{1,5}m)?(?:\d{1,6}s)?"


def _duration(text: str) -> int | None:
    if not text or not match(TIME, text):
        return None
    seconds = read_duration(text)
    return seconds if seconds is not None and seconds <= LONGEST_TIME else None


_SECONDS_MEANT = 120
"""A bare number from here on was meant as seconds, a smaller one as minutes (assumption)."""
_UNITS = (("s", 1), ("m", MINUTE), ("h", HOUR), ("d", DAY))


def _mend_duration(text: str) -> str:
    found = match(r"(\d{1,5}(?:\.\d{1,3})?)\s*([a-z]*)\.?", text.lower())
    if not found:
        return ""
    number, unit = found.groups()
    if not unit and float(number) >= _SECONDS_MEANT:
        return show_duration(round(float(number)))
    size = next((size for letter, size in _UNITS if (unit or "m").startswith(letter)), 0)
    return show_duration(round(float(number) * size))


def _lasting(text: str) -> int | None:
    seconds = _duration(text)
    return seconds if seconds is not None and seconds >= MINUTE else None


_EXAMPLES, _PATTERN = "90s, 12m or 1h30m", rf"^(?=\d){TIME}$"
DURATION = Form("a duration", _EXAMPLES, _PATTERN, _duration, _mend_duration)
LASTING = Form("a duration of at least 1m", _EXAMPLES, _PATTERN, _lasting, _mend_duration)

_DAY = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_CLOCK = r"(?:[01]\d|2[0-4]):[0-5]\d"


def _mend_days(text: str) -> str:
    short = re.sub(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", lambda day: day[1].title(), text.lower())
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
    found = match(r"(?:UTC|GMT)?\s*([-+]?)\s*(\d{1,2}(?::\d\d)?)(?::00)?", text.upper())
    return f"UTC{found[1] or '+'}{found[2]}" if found else ""


OFFSET = Form(
    "a clock", "UTC, UTC-8 or UTC+5:30", r"^UTC(?:[+-]\d{1,2}(?::[0-5]\d)?)?$", _offset, _mend_offset
)
