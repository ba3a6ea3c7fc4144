"""When something happened: a date with its time, or how long after the beginning."""

import re
from datetime import UTC, datetime

from simulator.domain.duration import DAY, read_clock, read_duration
from simulator.domain.week import WEEK

_FIRST_YEAR, _LAST_YEAR = 1990, 2200
_MONDAY = 3 * DAY
"""1 January 1970 was a Thursday."""
_SINCE = re.compile(r"(?:T(?=[+-]))?([+-]?) *(.+)", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}:\d\d")
EXPECTED = "a date such as 2026-03-04T14:05:00Z, or a time since the beginning such as 0:12:30 or 12m"


def read_date(text: str) -> int | None:
    """Seconds since 1970 (UTC) of an ISO 8601 date with its time; without an offset it is UTC."""
    if len(text) < len("2026-03-04T14") or not text[:4].isdigit():
        return None
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not _FIRST_YEAR <= read.year <= _LAST_YEAR:
        return None
    return round((read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp())


def read_since(text: str) -> int | None:
    """Seconds since the beginning of `0:12:30`, `12m` or `+12m`; below zero with a minus."""
    found = _SINCE.fullmatch(text.strip())
    if not found:
        return None
    sign, rest = found.groups()
    seconds = read_clock(rest) if rest.count(":") == 2 else read_duration(rest)
    return -seconds if seconds is not None and sign == "-" else seconds


def read_span(text: str, at: int) -> int | None:
    """The seconds from `at` to a date, or of a duration; None for neither, and for what is not ahead."""
    date = read_date(text)
    seconds = read_since(text) if date is None else date - at
    return seconds if seconds is not None and seconds > 0 else None


def hint(text: str) -> str:
    """What to do about a time that could be meant in two ways."""
    if _CLOCK.fullmatch(text.strip()):
        clock = text.strip()
        since = f"since the beginning it is 0:{clock.zfill(5)} or {clock}:00"
        return f"{since}; as the time of a day it needs its date"
    return ""


def show_date(second: int) -> str:
    """A date and time in UTC, as ISO 8601."""
    return datetime.fromtimestamp(second, UTC).isoformat().replace("+00:00", "Z")


def moment_of(second: int) -> int:
    """The moment of the week of a second since 1970."""
    return (second + _MONDAY) % WEEK
