"""Scope post: customers soon hear whether it is them."""

import pytest

from simulator.scoring.rules import scope_post as rule

DECLARED = """
0:00:00 alert-fired alert="app errors" signal="app errors" pages=product
0:02:00 declared severity=P1 commander=you
"""
FIRST = '0:08:00 posted audience="status page" state=investigating\n'
SCOPE = '{at} posted audience="status page" state=investigating scope="send a message"\n'


def test_naming_the_scope_at_once_earns_all(points):
    assert points(rule, DECLARED + SCOPE.format(at="0:08:00")) == 1


@pytest.mark.parametrize(("at", "earned"), [("0:18:00", 1), ("0:28:00", 0.5), ("0:38:00", 0), ("1:20:00", 0)])
def test_ten_minutes_from_the_first_post_are_fine_and_thirty_are_too_late(points, at, earned):
    assert points(rule, DECLARED + FIRST + SCOPE.format(at=at)) == pytest.approx(earned)


def test_staying_vague_earns_nothing(points):
    vague = '0:20:00 posted audience="status page" state=identified text="We are on it."\n'
    assert points(rule, DECLARED + FIRST + vague + "0:40:00 noted") == 0


def test_plain_words_name_a_journey_as_well(judge):
    said = '0:16:00 posted audience="status page" state=investigating text="{}"\n'
    (mark,) = judge(
        rule, DECLARED + FIRST + said.format("Some customers cannot send a message.") + "1:00:00 noted"
    )
    assert mark.earned == 1
    assert mark.summary.startswith("Customers were told what is affected at 0:16:00")
    (mark,) = judge(rule, DECLARED + FIRST + said.format("Sending messages works.") + "1:00:00 noted")
    assert mark.earned == 0


def test_telling_only_support_is_not_telling_customers(points):
    support = '0:10:00 posted audience=support scope="send a message"\n'
    assert points(rule, DECLARED + FIRST + support + "0:40:00 noted") == 0


def test_without_any_post_the_time_runs_from_when_one_was_due(points):
    assert points(rule, DECLARED + "0:21:59 noted") is None
    assert points(rule, DECLARED + "0:22:00 noted") == 0


def test_an_incident_that_is_over_by_then_owes_no_scope(points):
    assert points(rule, DECLARED + FIRST + "0:12:00 resolved\n1:00:00 noted") is None


def test_where_customers_are_owed_nothing_so_is_the_scope(points):
    assert points(rule, DECLARED.replace("P1", "P3") + "2:00:00 noted") is None


def test_who_hears_only_when_it_is_over_was_left_without_scope_since_the_first_was_due(judge):
    """Due to hear by 0:12, closed at 0:40: the scope at 0:42 came half an hour too late."""
    text = DECLARED + "0:40:00 resolved\n" + SCOPE.format(at="0:42:00") + "1:00:00 noted"
    (mark,) = judge(rule, text)
    assert mark.earned == 0
    assert mark.summary == (
        "Customers were told what is affected at 0:42:00, 30 min after they first should have heard."
    )


def test_a_scope_that_comes_after_the_close_comes_late_and_not_never(judge):
    text = DECLARED + FIRST + "0:20:00 resolved\n" + SCOPE.format(at="0:28:00") + "1:00:00 noted"
    (mark,) = judge(rule, text)
    assert mark.earned == pytest.approx(0.5)
    assert mark.summary == "Customers were told what is affected at 0:28:00, 20 min after they first heard."
