"""What went well: of every axis the best, the best axis first, nothing twice, and nothing that was late."""

import pytest

from simulator.debrief.praise import praise_of
from simulator.domain.doctrine import AXES, Axis
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard


def mark(rule, axis, line, earned=1.0, weight=1.0):
    return Mark(rule, axis, earned, weight, f"{rule} on {line}", (line,), line)


def rule(name, points, weight, *marks):
    return RuleScore(name, points, weight, marks)


def card(**axes):
    """A scorecard of axes by the first word of their names: their points and rules."""
    named = {axis.split()[0]: axis for axis in AXES}
    found = {named[name]: AxisScore(named[name], points, rules) for name, (points, rules) in axes.items()}
    scores = tuple(found.get(axis, AxisScore(axis, None, ())) for axis in AXES)
    marks = tuple(one for score in scores for each in score.rules for one in each.marks)
    return Scorecard("x", scores, marks, "not yet")


def told(found):
    return [line.summary for line in praise_of(found)]


@pytest.fixture
def steady():
    """Rules of `command`: one asked once, and one that was kept three times of three."""
    axis = "command"
    once = rule("fill-roles", 100, 1, mark("fill-roles", axis, 1))
    kept = rule("sitreps", 100, 3, *[mark("sitreps", axis, line) for line in (2, 3, 4)])
    return once, kept


def test_the_best_axis_comes_first_and_each_axis_has_its_turn(steady):
    first = rule("first-post", 70, 1, mark("first-post", "communication timeliness", 5))
    found = card(command=(100, steady), communication=(None, ()))
    assert told(found)[0] == "sitreps on 2"
    late = AxisScore("communication timeliness", 70.0, (first,))
    both = tuple(late if axis.axis == late.axis else axis for axis in found.axes)
    assert told(Scorecard("x", both, found.marks, "not yet"))[:3] == [
        "sitreps on 2", "first-post on 5", "sitreps on 3",
    ]  # fmt: skip


def test_a_rule_that_was_asked_once_does_not_come_before_one_that_was_kept(steady):
    assert told(card(command=(100, steady)))[0] == "sitreps on 2"


def test_what_was_not_quite_in_time_is_no_praise():
    late = rule("sitreps", 96, 1, mark("sitreps", "command", 2, 0.96), mark("sitreps", "command", 3))
    assert told(card(command=(98, (late,)))) == ["sitreps on 3"]


def test_what_ends_in_one_line_is_said_once():
    one = rule("fill-roles", 100, 2, mark("fill-roles", "command", 7))
    other = rule("sitreps", 100, 1, mark("sitreps", "command", 7))
    assert told(card(command=(100, (one, other)))) == ["fill-roles on 7"]


@pytest.mark.parametrize(
    ("earned", "says"),
    [
        ((1, 1, 1), "All 3 further updates came in time."),
        ((1, 0, 1), "2 of 3 further updates came in time."),
    ],
)
def test_a_cadence_that_was_kept_is_praised_as_a_whole(earned, says):
    axis: Axis = "communication timeliness"
    kept = rule("cadence", 90, 1, *[mark("cadence", axis, n, one) for n, one in enumerate(earned, 1)])
    found = card(command=(None, ()))
    axes = tuple(AxisScore(axis, 90.0, (kept,)) if one.axis == axis else one for one in found.axes)
    assert told(Scorecard("x", axes, kept.marks, "not yet"))[0] == says


def test_of_dozens_of_lines_a_few_are_cited():
    work = Mark("commander-commands", "command", 1, 1, "done by others", tuple(range(1, 57)), 1)
    found = card(command=(100, (rule("commander-commands", 100, 1, work),)))
    (line,) = praise_of(found)
    assert line.summary == "You led, and gave all technical work to others: 56 pieces of it."
    assert line.evidence == (1, 2, 3, 4, 5)
