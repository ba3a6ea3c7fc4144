"""Resolve on recovery: not before customers are well, and not before that has held."""

import pytest

from simulator.scoring.rules import resolve_on_recovery as rule

FAILING = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
"""
WELL = FAILING + "0:20:00 impact-changed failing=0 arriving=0 seen=truth\n"
"""App errors are two minutes behind: that customers are well is known at 22."""


@pytest.mark.parametrize(
    ("at", "earned"), [("0:32:00", 1), ("0:27:00", 0.5), ("0:22:00", 0), ("0:21:00", 0), ("0:50:00", 1)]
)
def test_recovery_has_to_be_known_for_ten_minutes(points, at, earned):
    assert points(rule, WELL + f"{at} resolved") == pytest.approx(earned)


def test_a_slow_signal_asks_for_longer(points):
    seen = (
        '0:24:00 verified id=c1 change="roll back app" signal="message delivery" window=5m result=recovered\n'
    )
    assert points(rule, WELL + seen + "0:34:00 resolved") == pytest.approx(1)
    assert points(rule, WELL + seen + "0:28:00 resolved") == pytest.approx(0.5)


def test_telling_customers_counts_like_telling_the_call(judge):
    post = '0:21:00 posted audience="status page" state=resolved\n'
    (mark,) = judge(rule, WELL + post + "0:40:00 resolved")
    assert mark.earned == 0
    assert (
        mark.summary == "Customers were told it is resolved at 0:21:00, while customers were still failing."
    )


def test_a_relapse_begins_the_time_anew(points):
    again = """0:30:00 impact-changed failing=9000 arriving=0 seen=truth
0:40:00 impact-changed failing=0 arriving=9000 seen=truth
"""
    assert points(rule, WELL + again + "0:47:00 resolved") == pytest.approx(0.5)


def test_said_a_moment_before_the_last_are_known_to_be_well_it_earns_nothing(points):
    fading = (
        FAILING
        + """0:20:00 impact-changed failing=9000 arriving=9000 seen=truth
0:30:00 impact-changed failing=0 arriving=0 seen=truth
"""
    )
    assert points(rule, fading + "0:31:59 resolved") == 0


def test_what_nobody_called_over_is_not_judged(judge):
    assert judge(rule, WELL + "1:00:00 noted text=on") == ()


def test_without_truth_nothing_is_judged(judge):
    assert judge(rule, "0:03:00 declared severity=P1 commander=you\n0:20:00 resolved") == ()
