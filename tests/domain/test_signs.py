"""When the signs of a severity show on the lines that a seat has seen."""

import pytest

from simulator.domain.entry import Register
from simulator.domain.notation import read_timeline
from simulator.domain.origin import Origin
from simulator.domain.scenario import Inject
from simulator.domain.severity import Sign
from simulator.domain.signs import FOR_GOOD, Shown, lasting, shows, together

LOSS = Inject("time", "", 60, "support", "Orders are gone.", means="data loss", origin=Origin("a.yaml", 7, 3))
DONE = '0:05:00 change-done id=c1 change="clear cache"\n'
STAGED = """
0:01:00 change-ordered id=c1 change="clear cache" staged=yes
0:02:00 change-started id=c1 change="clear cache"
"""
WHOLE = STAGED.replace(" staged=yes", "")


def shown(sign, text, *injects):
    return shows(sign, read_timeline("0:00:10 noted text=hm\n" + text), injects)


@pytest.mark.parametrize(
    ("sign", "line"),
    [
        (Sign("change", "clear cache"), DONE),
        (Sign("mitigated"), "0:05:00 called-mitigated\n"),
        (Sign("reports", amount=40), "0:05:00 customers-reported count=40\n"),
        (Sign("clue", "db", amount=2), "0:05:00 clue-found place=db clue=2\n"),
        (Sign("hazard", "it is full"), '0:05:00 hazard-checked hazard="it is full" holds=yes\n'),
        (Sign("alert", "errors > 2%"), '0:05:00 alert-fired alert="errors > 2%" signal=errors\n'),
        (Sign("known", "data loss"), '0:05:00 said who=support says="Orders are gone."\n'),
        (Sign("known", "data loss"), '0:05:00 swooped who=support says="Orders are gone."\n'),
        (Sign("known", "data loss"), '0:05:00 said who=support says="As I said" source=a.yaml:7:3\n'),
        (Sign("known", "data loss"), '0:05:00 notice-due who=bank why="data loss"\n'),
    ],
)
def test_what_begins_a_sign_lasts_for_good(sign, line):
    assert shown(sign, line, LOSS) == (Shown(300, FOR_GOOD, 2),)


@pytest.mark.parametrize(
    ("sign", "line"),
    [
        (Sign("change", "clear cache"), '0:05:00 change-done id=c1 change="restart app"\n'),
        (Sign("change", "clear cache"), '0:05:00 change-failed id=c1 change="clear cache"\n'),
        (Sign("reports", amount=40), "0:05:00 customers-reported count=39\n"),
        (Sign("clue", "db", amount=2), "0:05:00 clue-found place=db clue=1\n"),
        (Sign("clue", "db", amount=2), "0:05:00 clue-found place=app clue=2\n"),
        (Sign("hazard", "it is full"), '0:05:00 hazard-checked hazard="it is full"\n'),
        (Sign("hazard", "it is full"), "0:05:00 hazard-checked hazard=other holds=yes\n"),
        (Sign("alert", "errors > 2%"), '0:05:00 alert-fired alert="errors > 9%" signal=errors\n'),
        (Sign("alert", "errors > 2%"), '0:05:00 alert-cleared alert="errors > 2%" signal=errors\n'),
        (Sign("known", "data loss"), '0:05:00 said who=support says="Orders are late."\n'),
        (Sign("known", "data loss"), '0:05:00 said who=support says="Orders are gone." source=a.yaml:8:3\n'),
        (Sign("known", "data exposure"), '0:05:00 said who=support says="Orders are gone."\n'),
        (Sign("known", "data loss"), '0:05:00 notice-due who=bank why="declaring"\n'),
        (Sign("impact"), DONE),
    ],
)
def test_what_is_something_else_shows_nothing(sign, line):
    assert shown(sign, line, LOSS) == ()


def test_the_first_line_counts():
    assert shown(Sign("change", "clear cache"), DONE + DONE.replace("0:05", "0:09")) == ((300, FOR_GOOD, 2),)


def test_some_time_after_it():
    assert shown(Sign("change", "clear cache", 120), DONE) == ((420, FOR_GOOD, 2),)


def test_time_counts_from_the_first_second_of_the_exercise():
    assert shown(Sign("time", "", 600), "") == ((600, FOR_GOOD, 1),)


def test_nothing_shows_on_an_empty_timeline():
    assert shows(Sign("time", "", 600), (), ()) == ()


def test_in_place_ends_when_it_is_undone():
    undone = DONE.replace("0:05:00 change-done", "0:10:00 change-reverted")
    sign = Sign("in place", "clear cache", 60)
    assert shown(sign, WHOLE + DONE) == ((360, FOR_GOOD, 4),)
    assert shown(sign, WHOLE + DONE + undone) == ((360, 600, 4),)
    assert shown(Sign("in place", "clear cache", 300), WHOLE + DONE + undone) == ()
    assert shown(Sign("in place", "restart app"), WHOLE + DONE) == ()
    assert shown(sign, WHOLE) == ()


def test_a_small_form_is_not_in_place():
    assert shown(Sign("in place", "clear cache"), STAGED + DONE) == ()


def test_what_lasts_long_enough_is_left():
    assert list(lasting([Shown(0, 60, 1), Shown(100, 161, 2)], 60)) == [(160, 161, 2)]


def test_together_is_the_overlap_with_the_later_line():
    one, other = [Shown(0, 60, 1), Shown(90, 120, 2)], [Shown(30, 100, 3)]
    assert together(one, other) == ((30, 60, 3), (90, 100, 2))
    assert together(other, one) == ((30, 60, 3), (90, 100, 2))
    assert together([Shown(0, 30, 1)], [Shown(30, 60, 2)]) == ()


def test_a_timeline_that_grows_says_the_same_as_all_of_it():
    lines = read_timeline(
        "0:00:10 noted text=hm\n"
        "0:01:00 customers-reported count=3\n"
        "0:04:00 customers-reported count=50\n"
        "0:05:00 customers-reported count=90\n"
    )
    sign, register = Sign("reports", amount=40), Register()
    for count, line in enumerate(lines, 1):
        register.extend([line])
        assert shows(sign, register, ()) == shows(sign, lines[:count], ())
    assert shows(sign, register, ()) == (Shown(240, FOR_GOOD, 3),)
