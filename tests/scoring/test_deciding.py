"""What decides a grade, said plainly; and that how it came out is another matter."""

from dataclasses import replace

import pytest

from simulator.scoring.deciding import apart_from_outcome, deciding
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import scorecard


@pytest.fixture(scope="module")
def doctrine(intercom):
    return replace(intercom, weights={"one": 30, "other": 10}, pass_mark=70, distinction=90)


def mark(rule, earned, says="Something happened.", weight=1.0, axis="sequencing", at=60):
    return Mark(rule, axis, earned, weight, says, (1,), at)


def decided(marks, doctrine):
    found = deciding(scorecard(doctrine, marks), doctrine)
    assert found is not None
    return found


UNDONE = mark("one", 0, "'flip the flag' stayed.", at=300)


def test_it_names_the_axis_what_it_lacks_and_the_costliest_marks(doctrine):
    marks = [
        mark("one", 1),
        UNDONE,
        mark("other", 0.5, "Half of it was said."),
        mark("one", 1, axis="command"),
    ]
    found = decided(marks, doctrine)
    assert (found.axis, found.points, found.lacks) == ("sequencing", 50, 20)
    assert [(one.mark.summary, one.points) for one in found.marks] == [
        ("'flip the flag' stayed.", pytest.approx(37.5)),
        ("Half of it was said.", pytest.approx(12.5)),
    ]
    assert found.says == (
        "The grade is that of the weakest axis: sequencing, 20 short of a pass. It lost most here: 'flip the "
        "flag' stayed (38 points). Half of it was said (12 points)."
    )


def test_what_the_marks_cost_is_what_the_axis_lacks_of_all(doctrine):
    marks = [mark("one", 0.2), UNDONE, mark("other", 0.9)]
    lost = sum(one.points for one in decided(marks, doctrine).marks)
    assert lost == pytest.approx(100 - (scorecard(doctrine, marks).axis("sequencing").points or 0.0))


def test_a_pass_is_held_against_a_distinction(doctrine):
    found = decided([mark("one", 0.8)], doctrine)
    assert found.says.startswith(
        "The grade is that of the weakest axis: sequencing, 10 short of a distinction."
    )


def test_nothing_lacks_of_a_distinction(doctrine):
    found = decided([mark("one", 0.95)], doctrine)
    assert (found.lacks, found.says) == (
        0, "No axis is below 95: what the highest grade asks was there on each of them.",
    )  # fmt: skip


def test_nothing_scored_decides_nothing(doctrine):
    assert deciding(scorecard(doctrine, []), doctrine) is None


OTHERS = {"best possible": 111_000.0, "by the book": 320_000.0, "nobody leads": 396_000.0}


def outcome(doctrine, earned, lost, others=OTHERS):
    return apart_from_outcome(scorecard(doctrine, [mark("one", earned)]), lost, others).partition(" The ")[0]


def test_less_lost_than_by_the_book_is_said_where_the_grade_is_no_pass(doctrine):
    assert outcome(doctrine, 0.63, 221_000.0) == (
        "It came out well: 31 % less than by the book and 44 % less than with nobody leading was lost."
    )
    assert outcome(doctrine, 0.63, 310_000.0) == (
        "It came out well: 22 % less than with nobody leading was lost."
    )


@pytest.mark.parametrize(("earned", "lost"), [(0.63, 390_000.0), (0.63, None), (0.63, 0), (0.8, 221_000.0)])
def test_nothing_is_said_where_grade_and_outcome_agree(doctrine, earned, lost):
    assert outcome(doctrine, earned, lost) == ""


def test_more_lost_than_with_nobody_leading_is_said_where_it_passed(doctrine):
    assert outcome(doctrine, 0.8, 430_000.0) == "It came out worse than with nobody leading."
    assert outcome(doctrine, 0.8, 400_000.0) == ""
    assert outcome(doctrine, 0.8, 430_000.0, {}) == ""
