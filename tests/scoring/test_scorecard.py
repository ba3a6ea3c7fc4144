"""The scorecard: weighted means of marks in rules and of rules in axes, and a grade by the weakest."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.scorecard import scorecard


def mark(rule, earned, weight=1.0, axis="sequencing", at=60):
    return Mark(rule, axis, earned, weight, "Something happened.", (1,), at)


@pytest.fixture
def doctrine(intercom):
    weights = {"one": 30, "other": 10, "quick": 5, "told": 5, "off": 0}
    return replace(intercom, weights=weights, pass_mark=70, distinction=90)


def test_marks_count_by_their_weight_and_rules_by_their_points(doctrine):
    card = scorecard(doctrine, [mark("one", 1, 3), mark("one", 0, 1), mark("other", 0.5)])
    assert card.axis("sequencing").points == pytest.approx((30 * 75 + 10 * 50) / 40)


def test_a_rule_without_marks_does_not_count(doctrine):
    assert scorecard(doctrine, [mark("one", 0.5)]).axis("sequencing").points == 50


def test_an_axis_without_marks_is_not_scored(doctrine):
    card = scorecard(doctrine, [mark("one", 1)])
    assert card.axis("easy fix first").points is None
    assert card.grade == "distinction"


def test_a_rule_that_is_switched_off_leaves_no_trace(doctrine):
    card = scorecard(doctrine, [mark("off", 0), mark("one", 1)])
    assert card.axis("sequencing").points == 100
    assert [each.rule for each in card.marks] == ["one"]


def test_with_no_marks_at_all_there_is_no_grade(doctrine):
    card = scorecard(doctrine, [])
    assert (card.grade, card.weakest, card.marks) == (None, None, ())


@pytest.mark.parametrize(
    ("weakest", "grade"),
    [
        (1.0, "distinction"),
        (0.9, "distinction"),
        (0.896, "distinction"),
        (0.894, "pass"),
        (0.7, "pass"),
        (0.696, "pass"),
        (0.694, "not yet"),
    ],
)
def test_one_virtue_cannot_buy_off_a_vice(doctrine, weakest, grade):
    marks = [mark("one", 1), mark("quick", 1, axis="easy fix first")]
    told = mark("told", weakest, axis="communication timeliness")
    card = scorecard(doctrine, [*marks, told])
    assert card.grade == grade
    assert card.weakest is not None
    assert card.weakest.points == pytest.approx(100 * weakest)


def test_marks_are_in_the_order_of_time(doctrine):
    card = scorecard(doctrine, [mark("one", 1, at=300), mark("other", 1, at=60)])
    assert [each.at for each in card.marks] == [60, 300]


def test_points_of_rules_show_where_the_axis_comes_from(doctrine):
    (one, other) = scorecard(doctrine, [mark("other", 0), mark("one", 1)]).axis("sequencing").rules
    assert (one.rule, one.points, one.weight) == ("one", 100, 30)
    assert (other.rule, other.points, len(other.marks)) == ("other", 0, 1)


def test_a_mark_without_evidence_cannot_be_made():
    with pytest.raises(ValueError, match="'one' cites no line: 'Something'"):
        Mark("one", "sequencing", 1, 1, "Something", (), 0)


@pytest.mark.parametrize("earned", [-0.1, 1.1])
def test_a_mark_earns_between_nothing_and_all(earned):
    with pytest.raises(ValueError, match="not 0 to 1"):
        mark("one", earned)


@pytest.mark.parametrize("weight", [0, -1])
def test_a_mark_weighs_something(weight):
    with pytest.raises(ValueError, match="weighs"):
        mark("one", 1, weight)


def test_what_a_mark_lost_is_in_its_weight():
    assert mark("one", 0.25, 4).lost == 3


def test_lines_are_cited_once_and_in_order():
    assert cited(7, 3, 7) == (3, 7)


@pytest.mark.parametrize(("value", "left"), [(0, 1), (10, 1), (15, 0.5), (20, 0), (99, 0)])
def test_credit_falls_in_a_straight_line(value, left):
    assert falling(value, 10, 20) == left


def test_credit_can_fall_at_once():
    assert [falling(value, 10, 10) for value in (10, 11)] == [1, 0]
