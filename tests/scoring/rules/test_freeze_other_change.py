"""Freeze other change: soon, and for as long as customers are failing."""

import pytest

from simulator.scoring.rules import freeze_other_change as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
ON = "2:00:00 noted text=on\n"


@pytest.mark.parametrize(
    ("at", "earned"), [("0:03", 1), ("0:18", 1), ("0:33", 0.5), ("0:48", 0), ("1:30", 0)]
)
def test_a_quarter_of_an_hour_is_soon(judge, at, earned):
    (mark,) = judge(rule, DECLARED + f"{at}:00 frozen\n" + ON)
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (1, 2)


def test_the_sentence_says_when(judge):
    (mark,) = judge(rule, DECLARED + "0:05:00 frozen\n" + ON)
    assert mark.summary == "Other changes were stopped at 0:05:00, 2 min in."


def test_one_before_the_declaration_is_early(judge):
    (mark,) = judge(rule, "0:02:00 frozen\n" + DECLARED + ON)
    assert (mark.earned, mark.evidence) == (1, (1, 2))
    assert "stopped at 0:02:00, 0 s in" in mark.summary


def test_never_is_nothing(judge):
    (mark,) = judge(rule, DECLARED + ON)
    assert (mark.earned, mark.evidence, mark.at) == (0, (1,), 18 * 60)
    assert mark.summary == "Other changes were never stopped, though it was P1 from 0:03:00 on."


@pytest.mark.parametrize(("severity", "owed"), [("P0", 1), ("P1", 1), ("P2", 0), ("P3", 0)])
def test_only_what_is_severe_asks_for_it(judge, severity, owed):
    assert len(judge(rule, DECLARED.replace("P1", severity) + ON)) == owed


def test_a_rise_sets_the_clock(judge):
    rise = "0:30:00 severity-changed before=P2 severity=P1 because=worse\n"
    (mark,) = judge(rule, DECLARED.replace("P1", "P2") + rise + "0:45:00 frozen\n" + ON)
    assert (mark.earned, mark.evidence) == (1, (2, 3))


def test_an_incident_that_was_over_before_owes_none(judge):
    assert judge(rule, ON) == ()
    assert judge(rule, DECLARED + "0:17:00 resolved\n" + ON) == ()
    assert judge(rule, DECLARED + "0:17:00 resolved\n0:30:00 frozen\n" + ON) == ()
    assert len(judge(rule, DECLARED + "0:18:00 resolved\n" + ON)) == 1


FAILING = "0:01:00 impact-changed failing=4000 arriving=4000 total=0.0\n"
WELL = "0:25:00 impact-changed failing=0 arriving=0 total=0.0\n"


@pytest.mark.parametrize(
    ("then", "earned"),
    [
        ("0:20:00 unfrozen\n", 0.5),
        ("0:20:00 unfrozen\n0:21:00 frozen\n", 0.5),
        ("0:19:00 called-mitigated\n0:20:00 unfrozen\n", 0.5),
        ("0:19:00 resolved\n0:20:00 unfrozen\n", 0.5),
        (WELL + "0:50:00 unfrozen\n", 1),
    ],
)
def test_thawing_while_customers_fail_loses_half(judge, then, earned):
    (mark,) = judge(rule, FAILING + DECLARED + "0:05:00 frozen\n" + then + ON)
    assert mark.earned == earned
    assert (len(mark.evidence) == 3) == (earned < 1)
    assert mark.summary.endswith("and let loose at 0:20:00 with customers still failing.") == (earned < 1)


def test_what_was_thawed_before_is_no_thaw(judge):
    (mark,) = judge(rule, FAILING + "0:02:00 unfrozen\n" + DECLARED + "0:05:00 frozen\n" + ON)
    assert mark.earned == 1
