"""The week: moments, offices, nights."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.organisation import Person
from simulator.domain.week import (
    WEEK,
    WEEKDAYS,
    OfficeHours,
    Site,
    read_hours,
    read_moment,
    read_offset,
    show_moment,
)


def moment_of(text):
    return read_moment(text)


@given(st.integers(0, WEEK // MINUTE - 1))
def test_a_moment_that_is_shown_can_be_read(minute):
    assert read_moment(show_moment(minute * MINUTE)) == minute * MINUTE


def test_moments():
    assert read_moment("Mon 00:00") == 0
    assert read_moment("Wed 21:40") == 2 * DAY + 21 * HOUR + 40 * MINUTE
    assert show_moment(WEEK + 5 * HOUR + 59) == "Mon 05:00"


@pytest.mark.parametrize(
    "text", ["Wed", "wed 21:40", "Wed 24:00", "Wed 21:60", "Wed 9:00", "Xyz 10:00", "21:40 Wed"]
)
def test_what_is_no_moment(text):
    assert read_moment(text) is None


def test_office_hours():
    hours = OfficeHours((0, 1, 2, 3, 4), 8 * HOUR, 18 * HOUR)
    assert read_hours("Mon-Fri 08:00-18:00") == hours
    assert read_hours("Sat 10:30-14:00") == OfficeHours((5,), 10 * HOUR + 30 * MINUTE, 14 * HOUR)
    assert read_hours("Mon-Sun 00:00-24:00") == OfficeHours((0, 1, 2, 3, 4, 5, 6), 0, DAY)


@pytest.mark.parametrize(
    "text",
    ["Fri-Mon 08:00-18:00", "Mon-Fri 18:00-08:00", "Mon 08:00-08:00", "Mon 08:00-24:30", "Mon-Fri", ""],
)
def test_what_are_no_office_hours(text):
    assert read_hours(text) is None


@pytest.mark.parametrize(
    ("moment", "open_"),
    [
        ("Mon 07:59", False), ("Mon 08:00", True), ("Fri 17:59", True), ("Fri 18:00", False),
        ("Sat 12:00", False), ("Sun 12:00", False),
    ],
)  # fmt: skip
def test_an_office_opens_and_closes(moment, open_):
    dublin = Site("dublin", 0, OfficeHours((0, 1, 2, 3, 4), 8 * HOUR, 18 * HOUR))
    assert dublin.open_at(moment_of(moment)) is open_


@pytest.mark.parametrize(
    ("moment", "open_", "night"),
    [
        ("Wed 15:59", False, False), ("Wed 16:00", True, False), ("Thu 01:59", True, False),
        ("Thu 02:00", False, False), ("Thu 06:00", False, True), ("Thu 14:59", False, True),
        ("Thu 15:00", False, False), ("Mon 00:30", False, False), ("Sat 00:30", True, False),
    ],
)  # fmt: skip
def test_an_office_in_the_west_lives_by_its_own_clock(moment, open_, night):
    pacific = Site("san-francisco", -8 * HOUR, OfficeHours((0, 1, 2, 3, 4), 8 * HOUR, 18 * HOUR))
    assert pacific.open_at(moment_of(moment)) is open_
    assert pacific.night_at(moment_of(moment)) is night


@pytest.mark.parametrize(
    ("clock", "night"), [("21:59", False), ("22:00", True), ("06:59", True), ("07:00", False)]
)
def test_the_night_is_from_ten_to_seven(clock, night):
    dublin = Site("dublin", 0, OfficeHours((0,), 0, DAY))
    assert dublin.night_at(moment_of(f"Sun {clock}")) is night


def test_a_moment_of_next_week_is_one_of_this():
    dublin = Site("dublin", 0, OfficeHours((0,), 0, HOUR))
    assert dublin.open_at(WEEK + 5)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("UTC", 0), ("UTC-8", -8 * HOUR), ("UTC+5:30", 5 * HOUR + 30 * MINUTE), ("UTC+0", 0)],
)
def test_offsets(text, seconds):
    assert read_offset(text) == seconds


@pytest.mark.parametrize("text", ["", "GMT", "UTC8", "UTC+5:60", "+5", "UTC-5:30:00"])
def test_what_is_no_offset(text):
    assert read_offset(text) is None


def test_weekdays_begin_on_monday():
    assert WEEKDAYS[0] == "Mon"
    assert len(WEEKDAYS) == 7


def test_a_first_name_is_what_colleagues_say():
    assert Person("ana", "Ana Ruiz", "dublin", "data").first_name == "Ana"
