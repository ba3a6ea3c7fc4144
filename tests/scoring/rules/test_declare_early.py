"""Declare early: within minutes of what customers can feel."""

import pytest

from simulator.scoring.rules import declare_early as rule

ALERT = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
REPORTS = '0:02:00 customers-reported count=5 says="Five have written in."\n'
QUESTION = '0:02:00 stakeholder-asked who=support audience=support silence=2m says="Any news?"\n'
DECLARED = "{at} declared severity=P1 commander=you\n"


@pytest.mark.parametrize("sign", [ALERT, REPORTS, QUESTION], ids=["alert", "customers", "question"])
@pytest.mark.parametrize(
    ("at", "earned"), [("0:02:30", 1), ("0:07:00", 1), ("0:14:30", 0.5), ("0:22:00", 0), ("1:30:00", 0)]
)
def test_five_minutes_from_the_first_sign_are_fine_and_twenty_are_too_late(points, sign, at, earned):
    assert points(rule, sign + DECLARED.format(at=at)) == pytest.approx(earned)


@pytest.mark.parametrize("sign", [ALERT, REPORTS, QUESTION], ids=["alert", "customers", "question"])
def test_never_declaring_earns_nothing(points, sign):
    assert points(rule, sign + "0:07:00 noted") == 0


def test_the_mark_of_no_declaration_cites_every_sign(judge):
    (mark,) = judge(rule, ALERT + REPORTS.replace("0:02", "0:06") + "0:30:00 noted")
    assert mark.evidence == (1, 2)
    assert mark.summary == "Never declared, though the alert 'app errors' went off at 0:02:00."


def test_before_the_time_is_up_nothing_is_owed(points):
    assert points(rule, ALERT + "0:06:59 noted") is None


def test_a_blip_that_cleared_need_not_be_declared(points):
    cleared = '0:05:00 alert-cleared alert="app errors" signal="app errors"\n'
    assert points(rule, ALERT + cleared + "0:30:00 noted") is None
    assert points(rule, ALERT + cleared.replace("0:05", "0:08") + "0:30:00 noted") == 0
    assert points(rule, ALERT + cleared + REPORTS.replace("0:02", "0:06") + "0:30:00 noted") == 0


def test_another_alert_that_did_not_clear_is_no_blip(points):
    other = '0:03:00 alert-fired alert="write time" signal="shard write time" pages=datastores\n'
    cleared = '0:05:00 alert-cleared alert="app errors" signal="app errors"\n'
    assert points(rule, ALERT + other + cleared + "0:30:00 noted") == 0


def test_declaring_before_any_sign_is_as_good(points):
    assert points(rule, DECLARED.format(at="0:00:00") + ALERT) == 1


def test_a_quiet_day_owes_nothing(points):
    assert points(rule, "0:30:00 noted") is None
