"""When the next situation report is due, as whoever leads is told: never later than the marks have it."""

from types import SimpleNamespace
from typing import cast

import pytest

from simulator.domain.entry import Register
from simulator.domain.notation import read_timeline
from simulator.exercise import board_of
from simulator.exercise.sight import Sight
from simulator.exercise.sitreps import sitrep_due
from simulator.scoring.case import Case
from simulator.scoring.rules import sitreps as rule
from tests.plays import shipped

MINUTE = 60
ROOM = """
0:00:00 declared severity=P1 commander=commander
0:00:00 joined person=mei
0:00:00 joined person=carol
"""
COURSES = {
    "none yet": ("", 15),
    "one that counts": ('0:10:00 sitrep-given text="Mei looks at app."\n', 25),
    "one that names nothing": ('0:10:00 sitrep-given text="all hands on it"\n', 15),
    "the same again": (
        '0:10:00 sitrep-given text="Mei looks at app."\n0:18:00 sitrep-given text="mei looks at  app."\n',
        25,
    ),
    "one too soon": (
        '0:10:00 sitrep-given text="Mei looks at app."\n0:12:00 sitrep-given text="Mei looks at inbox."\n',
        25,
    ),
    "one soon, before a hand-over": (
        """0:10:00 sitrep-given text="Mei looks at app."
        0:12:00 sitrep-given text="Mei looks at inbox."
        0:13:00 command-offered person=carol
""",
        27,
    ),
    "who made it a room has left two others": ("0:05:00 joined person=dario\n0:06:00 left person=mei\n", 15),
    "it is a room anew": ("0:05:00 left person=mei\n0:08:00 joined person=dario\n", 23),
}


def due(text, now):
    scenario, doctrine = shipped("write-stall")
    entries = Register()
    entries.extend(read_timeline(text))
    board = board_of(entries, "commander", now)
    seat = SimpleNamespace(
        seen=entries, board=board, now=now, doctrine=doctrine, organisation=scenario.organisation
    )
    return sitrep_due(cast(Sight, seat))


@pytest.mark.parametrize(("course", "minutes"), COURSES.values(), ids=COURSES)
def test_it_counts_from_the_last_report_that_counts(course, minutes):
    assert due(ROOM + course, 20 * MINUTE) == minutes * MINUTE


@pytest.mark.parametrize(("course", "minutes"), COURSES.values(), ids=COURSES)
def test_given_then_it_costs_nothing_and_a_minute_later_it_does(course, minutes):
    scenario, doctrine = shipped("write-stall")

    def earned(at):
        given = f'0:{at}:00 sitrep-given text="Carol looks at index."\n0:{at + 10}:00 resolved\n'
        marks = rule.marks(Case(scenario, doctrine, read_timeline(ROOM + course + given)))
        return next(mark.earned for mark in marks if mark.weight == 1)

    assert earned(minutes) == 1 > earned(minutes + 1)


def test_without_a_room_none_is_due():
    assert due(ROOM + "0:05:00 left person=mei\n", 20 * MINUTE) is None
    assert due(ROOM.replace("declared severity=P1 commander=commander", "noted text=on"), 20 * MINUTE) is None


def test_once_it_is_mitigated_or_lasts_it_is_due_less_often():
    report = '0:10:00 sitrep-given text="Mei looks at app."\n'
    assert due(f"{ROOM}{report}0:20:00 called-mitigated\n", 21 * MINUTE) == 70 * MINUTE
    long = '1:55:00 sitrep-given text="Mei looks at app."\n'
    assert due(ROOM + long, 119 * MINUTE) == 130 * MINUTE
    assert due(ROOM + long, 121 * MINUTE) == 175 * MINUTE
