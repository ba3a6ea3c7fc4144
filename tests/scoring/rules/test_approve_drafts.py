"""Approve drafts: what was written for approval goes out while it is true."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import approve_drafts as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
LINE = '{} {} audience="{}" state=investigating text="{}" by=gus\n'
OVER = "0:40:00 resolved\n"


def line(at, what, text="Some cannot send.", audience="status page"):
    return LINE.format(at, what, audience, text)


DRAFT = DECLARED + line("0:08:00", "drafted")


@pytest.mark.parametrize(
    ("at", "earned"), [("0:08:20", 1), ("0:10:00", 1), ("0:12:00", 0.5), ("0:14:00", 0), ("0:30:00", 0)]
)
def test_two_minutes_are_enough_and_six_are_too_many(points, at, earned):
    assert points(rule, DRAFT + line(at, "posted") + OVER) == pytest.approx(earned)


def test_the_mark_cites_the_draft_and_where_it_went_out(judge):
    (mark,) = judge(rule, DRAFT + line("0:12:00", "posted") + OVER)
    assert (mark.evidence, mark.at) == ((2, 3), 480)
    assert mark.summary == "The draft for customers of 0:08:00 waited 4 min (allowed: 2 min)."


def test_one_that_was_never_let_go_earns_nothing(judge):
    (mark,) = judge(rule, DRAFT + OVER)
    assert (mark.earned, mark.evidence) == (0, (2,))
    assert "was never approved; it waited 32 min" in mark.summary


def test_where_nothing_was_drafted_nothing_is_judged(judge):
    assert judge(rule, DECLARED + line("0:08:00", "posted") + OVER) == ()


def test_a_draft_that_is_still_fresh_at_the_end_is_not_judged(judge):
    assert judge(rule, DRAFT + "0:09:30 resolved\n") == ()


def test_one_that_was_written_anew_in_time_is_not_judged(judge):
    anew = line("0:09:00", "drafted", "It spreads.") + line("0:10:00", "posted", "It spreads.")
    assert [mark.earned for mark in judge(rule, DRAFT + anew + OVER)] == [1]
    late = anew.replace("0:09", "0:20").replace("0:10", "0:21")
    assert [mark.earned for mark in judge(rule, DRAFT + late + OVER)] == [0, 1]


def test_what_went_out_meanwhile_in_other_words_is_not_the_draft(points):
    other = line("0:09:00", "posted", "Something else.") + line("0:09:10", "posted", audience="support")
    assert points(rule, DRAFT + other + OVER) == 0


def test_a_doctrine_may_do_without_approval(judge, intercom):
    switches = {**intercom.switches, rule.SWITCH: False}
    assert judge(rule, DRAFT + OVER, doctrine=replace(intercom, switches=switches)) == ()
