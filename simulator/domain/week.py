"""The week: when an exercise starts, which office is open, whose night it is.

A moment of the week is seconds since Monday 00:00 UTC, so that nothing depends on a date,
a time-zone database or the machine's clock.
"""

import re

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.value import Value

WEEK = 7 * DAY
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
NIGHT_BEGINS = 22 * HOUR
NIGHT_ENDS = 7 * HOUR

_MOMENT = re.compile(rf"({'|'.join(WEEKDAYS)}) ([01]\d|2[0-3]):([0-5]\d)")
_HOURS = re.compile(
    rf"({'|'.join(WEEKDAYS)})(?:-({'|'.join(WEEKDAYS)}))? "
    r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)"
)
_OFFSET = re.compile(r"UTC(?:([+-])(\d{1,2})(?::([0-5]\d))?)?")


class OfficeHours(Value):
    """Days (Monday is 0) and local seconds of the day between which a site is staffed."""

    days: tuple[int, ...]
    opens: int
    closes: int

    def cover(self, local: int) -> bool:
        """Whether a local moment of the week falls within these hours."""
        day, second = divmod(local % WEEK, DAY)
        return day in self.days and self.opens <= second < self.closes


class Site(Value):
    """An office: its clock's offset from UTC in seconds and its staffed hours."""

    name: str
    offset: int
    hours: OfficeHours

    def open_at(self, moment: int) -> bool:
        """Whether the office is staffed at a moment of the week (UTC)."""
        return self.hours.cover(moment + self.offset)

    def night_at(self, moment: int) -> bool:
        """Whether it is between 22:00 and 07:00 there."""
        local = (moment + self.offset) % DAY
        return local >= NIGHT_BEGINS or local < NIGHT_ENDS


def read_moment(text: str) -> int | None:
    """The moment of the week of `Wed 21:40` (UTC); None when it is not one."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return None
    day, hour, minute = match.groups()
    return WEEKDAYS.index(day) * DAY + int(hour) * HOUR + int(minute) * MINUTE


def show_moment(moment: int) -> str:
    """`Wed 21:40`, the spelling that `read_moment` reads."""
    day, second = divmod(moment % WEEK, DAY)
    return f"{WEEKDAYS[day]} {second // HOUR:02}:{second % HOUR // MINUTE:02}"


def read_hours(text: str) -> OfficeHours | None:
    """The hours of `Mon-Fri 08:00-18:00`; None when it is not such a text or ends before it begins."""
    match = _HOURS.fullmatch(text.strip())
    if not match:
        return None
    first, last, *clock = match.groups()
    begin, end = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
    opens = int(clock[0]) * HOUR + int(clock[1]) * MINUTE
    closes = int(clock[2]) * HOUR + int(clock[3]) * MINUTE
    if end < begin or closes <= opens or closes > DAY:
        return None
    return OfficeHours(tuple(range(begin, end + 1)), opens, closes)


def read_offset(text: str) -> int | None:
    """Seconds east of UTC for `UTC`, `UTC-8` or `UTC+5:30`; None when it is not one."""
    match = _OFFSET.fullmatch(text.strip())
    if not match:
        return None
    sign, hours, minutes = match.groups()
    seconds = int(hours or 0) * HOUR + int(minutes or 0) * MINUTE
    return -seconds if sign == "-" else seconds
