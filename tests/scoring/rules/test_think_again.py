"""Think again: a theory that the evidence speaks against is dropped."""

import pytest

from simulator.domain.scenario import Outcome
from simulator.domain.value import replace
from simulator.scoring.rules import think_again as rule


def order(change, at, made, form=""):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=bo {form}
        {at} change-started id={made} change="{change}" owner=bo
    """


RELEASE = """
0:05:00 clue-found person=bo place=app clue=1 says="Errors began when the release was through."
0:05:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."
"""
"""The bad release is at 57 %."""
FALLS = """
0:09:00 clue-found person=ana place=db-shards clue=1 says="No, it is stuck."
0:10:00 clue-found person=bo place=app clue=2 says="Every error is a time-out."
"""
"""It is at 18 % after the first of these, and at 3 % after the second."""
PART = order("roll back app", "0:06:00", "c1", "staged=yes")


def again(at, change="roll back app"):
    return order(change, at, "c2")


@pytest.mark.parametrize(
    ("at", "earned"), [("0:11:00", 1), ("0:20:00", 1), ("0:30:00", 0.5), ("0:40:00", 0), ("0:50:00", 0)]
)
def test_ten_minutes_are_forgiven_and_thirty_earn_nothing(points, at, earned):
    assert points(rule, RELEASE + PART + FALLS + again(at)) == pytest.approx(earned)


def test_the_mark_names_theory_evidence_and_the_last_order_on_it(judge):
    (mark,) = judge(rule, RELEASE + PART + FALLS + again("0:30:00"))
    assert mark.summary == (
        "'bad release', which 'roll back app' (staged) was for, had next to nothing for it from 0:10:00 on, "
        "and 20 min later 'roll back app' was still ordered on it."
    )
    assert mark.evidence == (3, 6, 7)


def test_what_counts_is_the_last_of_them(points):
    text = RELEASE + PART + FALLS + again("0:12:00") + order("restart app", "0:45:00", "c3")
    assert points(rule, text) == 0


@pytest.mark.parametrize("change", ["fail over a shard", "clear cache"])
def test_to_turn_to_something_else_earns(judge, change):
    (mark,) = judge(rule, RELEASE + PART + FALLS + again("0:50:00", change))
    assert mark.earned == 1
    assert mark.summary.endswith(f"; the next order, '{change}' at 0:50:00, did not rest on it.")
    assert mark.evidence == (3, 6, 7)


def test_a_change_that_serves_a_likely_cause_too_does_not_cling(points, write_stall):
    both = {"always": Outcome(cures=True)}
    scenario = replace(write_stall, outcomes={**write_stall.outcomes, "roll back app": both})
    assert points(rule, RELEASE + PART + FALLS + again("0:50:00"), scenario=scenario) == 1


def test_a_part_of_a_fix_clings_with_it(points, write_stall):
    parts = {"bad release": Outcome(cures=True, after=("clear cache",))}
    outcomes = {"roll back app": write_stall.outcomes["roll back app"], "restart app": parts}
    text = RELEASE + PART + FALLS + again("0:50:00", "clear cache")
    assert points(rule, text, scenario=replace(write_stall, outcomes=outcomes)) == 0


@pytest.mark.parametrize(
    "text",
    [
        RELEASE + PART + FALLS,
        RELEASE + PART + again("0:50:00"),
        RELEASE + PART + FALLS.splitlines()[1] + again("0:50:00"),
        RELEASE + order("clear cache", "0:06:00", "c1") + FALLS + again("0:50:00"),
        PART + FALLS + again("0:50:00"),
        RELEASE + FALLS + again("0:50:00"),
    ],
    ids=["none after", "none against", "too little", "not acted on", "not leading", "no act"],
)
def test_otherwise_there_is_nothing_to_judge(judge, text):
    assert judge(rule, text) == ()


def test_each_theory_falls_once(judge):
    text = RELEASE + PART + FALLS + again("0:30:00") + order("roll back app", "0:35:00", "c3")
    assert len(judge(rule, text)) == 1


def test_without_causes_there_is_no_theory(judge, write_stall):
    bare = replace(write_stall, causes={})
    assert judge(rule, RELEASE + PART + FALLS + again("0:50:00"), scenario=bare) == ()
