"""What has lasted for hours is told of less often, where the doctrine says so."""

import pytest

from simulator.domain.doctrine import Clock
from simulator.scoring.rules import cadence

HOURS = 3600
CLOCK = Clock(
    "status page",
    {"P1": 600},
    {"P1": {"investigating": 1800}},
    "these tests",
    4 * HOURS,
    {"P1": {"investigating": 4 * HOURS}},
)


@pytest.mark.parametrize(("elapsed", "again"), [(0, 1800), (4 * HOURS - 1, 1800), (4 * HOURS, 4 * HOURS)])
def test_an_update_starts_the_clock_of_its_hour(elapsed, again):
    assert CLOCK.again("P1", "investigating", elapsed) == again


def test_a_severity_without_a_later_clock_keeps_the_first():
    plain = Clock("status page", {"P1": 600}, {"P1": {"investigating": 1800}}, "these tests")
    assert plain.again("P1", "investigating", 9 * HOURS) == 1800
    assert CLOCK.again("P3", "investigating", 9 * HOURS) is None


TOLD = """
0:02:00 alert-fired alert="app errors > 5%" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
{first} posted audience="status page" state=investigating scope="send a message"
{second} posted audience="status page" state=investigating scope="send a message" cause="a database"
{over} resolved
"""


def public(judge, first, second, over):
    text = TOLD.format(first=first, second=second, over=over)
    return [mark.earned for mark in judge(cadence, text) if "Customers heard again" in mark.summary]


def test_four_hours_between_posts_are_fine_on_the_second_half_of_a_long_day(judge):
    assert public(judge, "5:00:00", "8:50:00", "8:55:00") == [1.0]


def test_in_the_first_hours_they_are_not(judge):
    assert public(judge, "0:10:00", "4:00:00", "4:05:00") == [0.0]
