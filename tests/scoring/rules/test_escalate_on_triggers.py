"""Escalate on triggers: how soon the level rises after what raises it."""

import pytest

from simulator.scoring.rules import escalate_on_triggers as rule
from tests.scoring.severity_cases import ALERT, FAILING, warranted

DECLARED = ALERT + "0:03:00 declared severity={} commander=you\n"
TRIGGER = '0:20:00 change-done id=c1 change="restart app"\n'
ROWS = ("P1", "P0: 0s after restart app")


@pytest.fixture
def judged(judge, write_stall):
    """The marks under the severities that are written."""

    def marks(text, *written, **given):
        return judge(rule, text, scenario=warranted(write_stall, *(written or ROWS)), **given)

    return marks


def raised(at, before="P1", after="P0"):
    return f"{at} severity-changed before={before} severity={after}\n"


@pytest.mark.parametrize(
    ("at", "earned"),
    [("0:20:00", 1), ("0:25:00", 1), ("0:30:00", 0.5), ("0:35:00", 0), ("0:50:00", 0)],
)
def test_five_minutes_are_fine_and_fifteen_are_too_late(judged, at, earned):
    (mark,) = judged(DECLARED.format("P1") + TRIGGER + raised(at) + "1:00:00 noted")
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (3, 4)


def test_the_mark_says_what_was_due_and_why(judged):
    (mark,) = judged(DECLARED.format("P1") + TRIGGER + raised("0:22:00"))
    assert mark.summary == (
        "P0 was due from 0:20:00 on (so says P0: 0s after restart app); it rose to P0 after 2 min."
    )
    assert (mark.at, mark.weight) == (1320, 1)


def test_never_raised_earns_nothing(judged):
    (mark,) = judged(DECLARED.format("P1") + TRIGGER + "0:25:00 noted")
    assert (mark.earned, mark.at, mark.evidence) == (0, 1500, (2, 3))
    assert mark.summary.endswith(", and it stayed P1.")


def test_before_the_time_is_up_nothing_is_owed(judged):
    assert not judged(DECLARED.format("P1") + TRIGGER + "0:24:59 noted")


def test_a_level_that_was_as_high_already_is_no_merit(judged):
    assert not judged(DECLARED.format("P0") + TRIGGER + "0:50:00 noted")
    early = DECLARED.format("P1") + raised("0:10:00") + TRIGGER + "0:50:00 noted"
    assert not judged(early)


def test_a_rise_that_is_not_high_enough_is_none(judged):
    text = DECLARED.format("P2") + TRIGGER + raised("0:21:00", "P2", "P1") + "0:50:00 noted"
    assert judged(text)[0].earned == 0


def test_a_trigger_before_the_declaration_is_judged_with_it(judged):
    text = ALERT + TRIGGER.replace("0:20", "0:02") + "0:03:00 declared severity=P1 commander=you\n"
    assert not judged(text + "0:50:00 noted")


def test_without_a_declaration_there_is_nothing_to_raise(judged):
    assert not judged(ALERT + TRIGGER + "0:50:00 noted")


def test_a_fall_is_no_trigger(judged):
    assert not judged(DECLARED.format("P1") + TRIGGER + "0:50:00 noted", "P1", "P2: 0s after restart app")


def test_more_room_above_is_no_trigger_but_less_room_below_is(judged):
    text = DECLARED.format("P2") + TRIGGER + "0:50:00 noted"
    assert not judged(
        DECLARED.format("P1") + TRIGGER + "0:50:00 noted", "P1", "P0 or P1: 0s after restart app"
    )
    assert judged(text, "P1 or P2", "P1: 0s after restart app")[0].earned == 0


def test_a_level_the_doctrine_does_not_know_binds_nobody(judged):
    assert not judged(DECLARED.format("amber") + TRIGGER + "0:50:00 noted")
    text = DECLARED.format("P1") + TRIGGER + raised("0:22:00", "P1", "amber") + "0:50:00 noted"
    assert judged(text)[0].earned == 0


def test_each_rise_is_judged_once(judged):
    text = (
        DECLARED.format("P2") + TRIGGER + raised("0:21:00", "P2", "P1") + raised("0:45:00") + "1:00:00 noted"
    )
    rows = ("P2", "P1: 0s after restart app", "P0: 20m after restart app")
    assert [mark.earned for mark in judged(text, *rows)] == [1, 1]


def test_what_was_overtaken_before_it_was_due_is_not_owed(judged):
    rows = ("P2", "P1: 0s after restart app", "P2: 4m after restart app")
    assert not judged(DECLARED.format("P2") + TRIGGER + "1:00:00 noted", *rows)


def test_an_outage_that_is_over_before_it_was_due_owes_nothing(judged):
    text = FAILING + DECLARED.format("P1") + TRIGGER
    over = "0:21:00 impact-changed failing=0 seen=truth\n0:22:40 called-mitigated\n0:23:00 resolved\n"
    assert not judged(text + over + "1:00:00 noted")


def test_raised_just_after_the_end_within_the_time_still_counts(judged):
    text = FAILING + DECLARED.format("P1") + TRIGGER
    over = "0:21:00 impact-changed failing=0 seen=truth\n0:22:40 called-mitigated\n"
    (mark,) = judged(text + over + raised("0:24:00") + "1:00:00 noted")
    assert mark.earned == 1
