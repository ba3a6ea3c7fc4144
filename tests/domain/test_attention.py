"""What saying something costs."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.attention import SECONDS, seconds_for
from simulator.domain.command import Command, Declare, End, Help, Look, Note, Order, Poll, Post, Wait
from simulator.domain.update import Update

ORDER = Order("restart")


def test_every_command_has_its_price():
    assert set(SECONDS) == set(get_args(Command))


@pytest.mark.parametrize(
    ("command", "seconds"),
    [
        (Declare("P1"), 20), (ORDER, 25), (Poll("restart"), 30), (Post(Update("sales", "resolved")), 65),
        (Look("board"), 5), (Note("x"), 10),
    ],
)  # fmt: skip
def test_what_commands_take_when_nothing_weighs(command, seconds):
    assert seconds_for(command, unread=0, reports=0, swoops=0) == seconds


@pytest.mark.parametrize(("unread", "extra"), [(0, 0), (1, 2), (9, 18), (10, 20), (11, 20), (400, 20)])
def test_reading_takes_time_but_nobody_reads_for_ever(unread, extra):
    assert seconds_for(ORDER, unread, 0, 0) == 25 + extra


@pytest.mark.parametrize(("reports", "seconds"), [(0, 20), (7, 20), (8, 23), (9, 26), (12, 35), (-4, 20)])
def test_more_than_seven_reports_overload_anyone(reports, seconds):
    assert seconds_for(Declare("P1"), 0, reports, 0) == seconds


@pytest.mark.parametrize(("swoops", "extra"), [(0, 0), (1, 10), (2, 20)])
def test_a_senior_in_the_room_takes_time(swoops, extra):
    assert seconds_for(ORDER, 0, 0, swoops) == 25 + extra


def test_it_all_adds_up_and_the_crowd_weighs_on_the_command_alone():
    assert seconds_for(Declare("P1"), unread=3, reports=9, swoops=1) == 26 + 6 + 10


@given(st.sampled_from([Wait(60), End(), Help()]), st.integers(0, 99), st.integers(0, 99), st.integers(0, 9))
def test_waiting_ending_and_help_take_nothing(command, unread, reports, swoops):
    assert seconds_for(command, unread, reports, swoops) == 0
