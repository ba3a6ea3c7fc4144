"""Owned follow-ups: names on the work that is left, and on the review."""

import pytest

from simulator.scoring.rules import owned_follow_ups as rule

BEGAN = """
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
"""
OWNED = '0:37:00 followed-up text="find out why" owner=raj due=friday\n'
LOOSE = '0:37:30 followed-up text="look into it" owner=""\n'
REVIEW = "0:38:00 review-set owner=mei due=thursday\n"
ENDED = "0:39:00 ended why=done"


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        (OWNED + REVIEW, 1), (OWNED, 0.5), (REVIEW, 0.5), ("", 0), (LOOSE + REVIEW, 0.5),
        (OWNED + LOOSE + REVIEW, 0.75), (OWNED + OWNED + OWNED + REVIEW, 1),
    ],
    ids=["all", "no review", "no work", "nothing", "nobody's work", "half of it", "more earns no more"],
)  # fmt: skip
def test_work_and_review_have_names(points, said, earned):
    assert points(rule, BEGAN + said + ENDED) == pytest.approx(earned)


def test_it_is_judged_at_the_end(judge):
    assert judge(rule, BEGAN + "9:00:00 noted text=on") == ()


def test_a_small_matter_needs_no_review(judge):
    (mark,) = judge(rule, BEGAN.replace("P1", "P3") + OWNED + ENDED)
    assert mark.earned == 1


def test_what_nobody_declared_and_customers_felt_owes_all(points):
    felt = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    alert = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    assert points(rule, felt + alert + ENDED) == 0


def test_a_false_alarm_owes_nothing(judge):
    alert = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    assert judge(rule, alert + ENDED) == ()
