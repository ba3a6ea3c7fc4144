"""By when each audience is owed word, on the board: as the marks have it, however the severity changes."""

import pytest

from simulator.domain.notation import read_timeline
from simulator.exercise import board_of
from simulator.exercise.clocks import being_written, dues_of
from simulator.scoring.case import Case
from simulator.scoring.clocks import first_due, owed_after
from tests.plays import shipped

MINUTE = 60
SILENT = """
0:00:00 alert-fired alert="app errors" signal="app errors" pages=product
0:01:00 declared severity=P1 commander=commander
"""
TOLD = SILENT + '0:05:00 posted audience="status page" state=investigating\n'
"""The status page is owed its next word thirty minutes later at P1, twenty at P0, sixty at P2."""
LOWERED = "0:10:00 severity-changed severity=P3 before=P1 because=less\n"
COURSES = {
    "it stays": ("", 35),
    "raised in time": ("0:10:00 severity-changed severity=P0 before=P1 because=worse\n", 30),
    "raised late, when the new limit from the start is past": (
        "0:28:00 severity-changed severity=P0 before=P1 because=worse\n",
        35,
    ),
    "raised when it was late already": (
        "0:40:00 severity-changed severity=P0 before=P1 because=worse\n",
        35,
    ),
    "lowered": ("0:10:00 severity-changed severity=P2 before=P1 because=less\n", 65),
    "lowered when it was late already": (
        "0:40:00 severity-changed severity=P2 before=P1 because=less\n",
        35,
    ),
    "lowered to where nothing is owed": (
        LOWERED,
        None,
    ),
    "raised from there": (
        LOWERED + "0:40:00 severity-changed severity=P1 before=P3 because=worse\n",
        70,
    ),
}


def due(text, now=50 * MINUTE):
    _, doctrine = shipped("write-stall")
    return dues_of(board_of(read_timeline(text), "commander", now), doctrine, now).get("status page")


@pytest.mark.parametrize(("course", "minutes"), COURSES.values(), ids=COURSES)
def test_a_change_of_severity_never_lets_an_update_fall_due_in_the_past(course, minutes):
    assert due(TOLD + course) == (None if minutes is None else minutes * MINUTE)


@pytest.mark.parametrize(("course", "minutes"), COURSES.values(), ids=COURSES)
def test_board_and_marks_agree(course, minutes):
    scenario, doctrine = shipped("write-stall")
    case = Case(scenario, doctrine, read_timeline(TOLD + course + '0:50:00 noted text="on"'))
    (sent,) = case.sent("status page")
    owed = owed_after(case, doctrine.clocks["status page"], sent)
    assert (owed and owed.by) == due(TOLD + course)


def test_the_first_word_too():
    raised = SILENT + "0:09:00 severity-changed severity=P0 before=P1 because=worse\n"
    scenario, doctrine = shipped("write-stall")
    case = Case(scenario, doctrine, read_timeline(raised + '0:50:00 noted text="on"'))
    owed = first_due(case, doctrine.clocks["leadership"])
    board = board_of(read_timeline(raised), "commander", 50 * MINUTE)
    assert owed is not None
    assert dues_of(board, doctrine, 50 * MINUTE).get("leadership") == owed.by == 21 * MINUTE


LATE = """
0:00:00 alert-fired alert="app errors" signal="app errors" pages=product
0:20:00 declared severity=P1 commander=commander
"""
"""It had to be declared by 0:05, so the status page had to hear by 0:15."""


@pytest.mark.parametrize(("audience", "minutes"), [("status page", 15), ("support", 20), ("leadership", 25)])
def test_declaring_late_wins_no_time_on_the_board_either(audience, minutes):
    assert board_and_marks(LATE, audience) == (minutes * MINUTE, minutes * MINUTE)


def test_nor_does_lowering_it_then():
    lowered = LATE + "0:21:00 severity-changed severity=P2 before=P1 because=less\n"
    assert board_and_marks(lowered, "status page") == (15 * MINUTE, 15 * MINUTE)


def board_and_marks(text, audience):
    scenario, doctrine = shipped("write-stall")
    owed = first_due(
        Case(scenario, doctrine, read_timeline(text + '0:50:00 noted text="on"')), doctrine.clocks[audience]
    )
    board = board_of(read_timeline(text), "commander", 50 * MINUTE)
    return dues_of(board, doctrine, 50 * MINUTE).get(audience), owed and owed.by


def test_what_is_overdue_when_it_is_declared_shows_as_overdue_at_once():
    assert due(LATE, 20 * MINUTE) == 15 * MINUTE
    assert due(LATE.replace("0:20:00", "0:04:00"), 20 * MINUTE) == 14 * MINUTE
    assert due(LATE.replace("0:00:00 alert", "0:19:00 alert"), 20 * MINUTE) == 30 * MINUTE


def test_of_trouble_that_the_seat_was_not_shown_no_clock_runs():
    hidden = LATE.replace("pages=product", "pages=product seen=truth")
    assert due(hidden, 21 * MINUTE) == 30 * MINUTE


def test_a_promise_counts_where_it_comes_sooner():
    promised = TOLD.replace("investigating\n", "investigating next_in=10m\n")
    assert due(promised) == 15 * MINUTE


def test_what_somebody_writes_is_in_hand():
    writes = '0:30:00 task-given task=t1 what=write subject="status page" owner=orla within=0\n'
    board = board_of(read_timeline(TOLD + writes), "commander", 31 * MINUTE)
    assert being_written(board) == {"status page"}
