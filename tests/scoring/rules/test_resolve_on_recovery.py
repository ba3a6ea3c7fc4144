"""Resolve on recovery: not before customers are well, and not before that has held."""

import pytest

from simulator.domain.value import replace
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
    assert mark.summary == (
        "Customers were told it is resolved at 0:21:00, while customers were known to be failing."
    )


def test_what_it_counts_is_how_long_it_was_known(judge):
    """They are well at 20 minutes, and nobody can see that before 22."""
    (mark,) = judge(rule, WELL + "0:24:00 resolved")
    assert mark.summary == (
        "It was called resolved at 0:24:00, when they had been known to be well for 2 min (asked: 10 min)."
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


CURED = """0:10:00 change-ordered id=c1 change="roll back app" owner=ana
0:10:00 change-started id=c1 change="roll back app" owner=ana
0:14:00 change-done id=c1 change="roll back app"
0:20:00 impact-changed failing=0 arriving=0 seen=truth
0:22:30 verified id=c1 change="roll back app" signal="app errors" window=3m result=recovered
"""
AGAIN = "0:50:00 impact-changed failing=9000 arriving=0 seen=truth\n0:55:00 noted text=oh\n"


@pytest.mark.parametrize(
    ("before", "at", "marks"),
    [
        (CURED, "0:34:00", [1]),
        (CURED, "0:30:00", [0.8, 0]),
        (CURED.replace("roll back app", "restart app"), "0:40:00", [1, 0]),
    ],
    ids=["bad luck", "it had not held", "it was likely to come back"],
)
def test_what_came_back_counts_unless_that_was_bad_luck(judge, before, at, marks):
    found = judge(rule, FAILING + before + f"{at} resolved\n" + AGAIN)
    assert sorted((mark.earned for mark in found), reverse=True) == pytest.approx(marks)
    if 0 in marks:
        worst = min(found, key=lambda mark: mark.earned)
        assert worst.summary == f"It was called over at {at}, and at 0:55:00 customers were failing again."
        assert len(worst.evidence) == 2


def test_where_nobody_can_tell_how_likely_it_was_that_counts_too(judge, write_stall):
    unknown = replace(write_stall, causes={})
    assert len(judge(rule, FAILING + CURED + "0:40:00 resolved\n" + AGAIN, scenario=unknown)) == 2


def test_what_did_not_come_back_is_one_mark(judge):
    assert len(judge(rule, FAILING + CURED + "0:30:00 resolved\n0:55:00 noted text=fine")) == 1


@pytest.mark.parametrize(("change", "earned"), [("restart main database", 12 / 45), ("roll back app", 1)])
def test_a_signal_that_cannot_show_the_change_shows_no_recovery(points, change, earned):
    """Mail delivery is 15 minutes behind: what it shows has to hold for 45, what it cannot for ten."""
    seen = f'0:24:00 verified id=c1 change="{change}" signal="mail delivery" window=4m result=recovered\n'
    assert points(rule, WELL + seen + "0:34:00 resolved\n") == pytest.approx(earned)


def test_what_nobody_can_see_to_fail_may_be_called_over(points):
    """Two in a hundred of a journey look like any day, three do not."""
    few = """
        0:20:00 impact-changed failing=300 arriving=300 journeys="search:{}" seen=truth
        0:40:00 resolved
    """
    failing = FAILING.replace("seen", 'journeys="search:0.3" seen', 1)
    assert points(rule, failing + few.format(0.02)) == 1
    assert points(rule, failing + few.format(0.03)) == 0


POSTED = '0:10:00 posted audience="status page" state={}\n'
CLOSED = "0:40:00 resolved\n0:42:00 ended why=done"


def test_customers_who_heard_the_beginning_hear_the_end(judge):
    mark, _ = judge(rule, WELL + POSTED.format("identified") + CLOSED)
    assert mark.earned == 0
    assert mark.summary == (
        "It was closed at 0:40:00, and customers were never told: "
        "their last news, at 0:10:00, was 'identified'."
    )


@pytest.mark.parametrize(
    "text",
    [
        WELL
        + POSTED.format("identified")
        + '0:39:00 posted audience="status page" state=resolved\n'
        + CLOSED,
        WELL + CLOSED,
        WELL + POSTED.format("identified") + "0:40:00 resolved\n0:42:00 noted text=on",
    ],
    ids=["told", "they had heard nothing", "there is time"],
)
def test_nothing_else_is_said_of_it(judge, text):
    assert [mark.earned for mark in judge(rule, text)] == [1]
