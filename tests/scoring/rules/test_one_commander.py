"""One commander: said first, and one at a time."""

import pytest

from simulator.scoring.rules import one_commander as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
WORK = "task-given task=t1 what=investigate subject=app owner=bo within=600\n"


def test_command_before_work_earns_everything(judge):
    (mark,) = judge(rule, DECLARED + "0:06:00 " + WORK)
    assert (mark.earned, mark.evidence, mark.at) == (1, (1, 2), 180)
    assert mark.summary == "Command was taken at 0:03:00, before the first piece of work was given out."


@pytest.mark.parametrize(
    ("at", "earned"), [("0:06", 1), ("0:07", 1), ("0:11", 0.5), ("0:15", 0), ("0:40", 0)]
)
def test_work_without_a_commander_costs_after_two_minutes(points, at, earned):
    assert points(rule, "0:05:00 " + WORK + f"{at}:00 declared severity=P1 commander=you\n") == earned


def test_it_says_for_how_long(judge):
    (mark,) = judge(rule, "0:05:00 " + WORK + "0:11:00 declared severity=P1 commander=you\n")
    assert mark.summary == "Work was given out for 6 min before anybody took command."


def test_an_order_is_work_too(judge):
    order = '0:05:00 change-ordered id=c1 change="roll back app" owner=bo\n'
    (mark,) = judge(rule, order + "0:30:00 noted text=on\n")
    assert (mark.earned, mark.evidence, mark.at) == (0, (1,), 300)


def test_writing_and_what_somebody_does_unasked_are_not(judge):
    writes = WORK.replace("investigate", "write")
    unasked = "0:05:00 task-started task=t1 what=change subject=app owner=bo\n"
    assert judge(rule, "0:05:00 " + writes + unasked) == ()


ALERT = 'alert-fired alert="app errors" signal="app errors" pages=product\n'
FAILING = "0:01:00 impact-changed failing=4000 arriving=4000 total=0.0\n"


def test_nobody_who_ever_leads_loses_it_all_while_customers_fail(judge):
    text = FAILING + "0:02:00 " + ALERT + "0:40:00 noted text=on\n"
    (mark,) = judge(rule, text)
    assert (mark.earned, mark.evidence, mark.at) == (0, (2,), 17 * 60)
    well = "0:10:00 impact-changed failing=0 arriving=0 total=0.0\n"
    assert judge(rule, text.replace("0:40:00", well + "0:40:00")) == ()


def test_leaving_while_customers_fail_leaves_a_gap(judge):
    left = "0:20:00 command-left person=commander\n"
    failing = "0:01:00 impact-changed failing=4000 arriving=4000 total=0.0\n"
    (mark,) = judge(rule, failing + DECLARED + left + "0:40:00 noted text=on\n")
    assert (mark.earned, mark.evidence) == (0, (3,))
    assert mark.summary == "The commander left while customers were still failing (0:20:00)."
    assert judge(rule, DECLARED + left) == ()
    (other,) = judge(rule, failing + DECLARED + left.replace("commander\n", "ana\n"))
    assert other.summary.startswith("Ana left")


def test_a_commander_by_name_only_is_a_second_one(judge):
    named = "0:10:00 role-assigned role=commander person=ana\n"
    (mark,) = judge(rule, DECLARED + named)
    assert (mark.earned, mark.evidence) == (0, (2,))
    assert judge(rule, DECLARED + named.replace("ana", "you")) == ()
    assert judge(rule, DECLARED + named.replace("=commander", "=deputy")) == ()
    assert judge(rule, DECLARED + "0:09:00 command-handed person=ana\n" + named) == ()


@pytest.mark.parametrize(("again", "broken"), [("0:35", 1), ("0:39", 1), ("0:40", 0), ("1:30", 0)])
def test_command_is_not_passed_round(judge, again, broken):
    passed = f"0:10:00 command-handed person=ana\n{again}:00 command-handed person=bo\n"
    marks = judge(rule, DECLARED + passed)
    assert [mark.earned for mark in marks] == [0] * broken
    assert all(mark.evidence == (2, 3) for mark in marks)


def test_nor_judged_after_the_end(judge):
    passed = "0:10:00 command-handed person=ana\n0:11:00 resolved\n0:12:00 command-handed person=bo\n"
    assert judge(rule, DECLARED + passed) == ()
