"""A change that is one part of a fix: it did not fail to help, and it was no bad luck."""

from dataclasses import replace

import pytest

from simulator.debrief.changes import changes_of
from simulator.debrief.hindsight import turned_out, would_have
from simulator.debrief.luck import fortune
from simulator.debrief.parts import completed_by, is_part
from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from simulator.scoring.weighing import Decision, Option
from tests.plays import shipped

STORAGE, PUSHES = "fail over the flag storage", "turn off batched pushes"
FIRST = f"""
    0:00:00 cause-drawn cause="stale switches" truth="The storage does not write." seen=truth
    0:00:00 impact-changed failing=900 arriving=0 seen=truth
    0:05:00 change-ordered id=c1 change="{STORAGE}" owner=bo
    0:05:00 change-started id=c1 change="{STORAGE}" owner=bo
    0:10:00 change-done id=c1 change="{STORAGE}" owner=bo
    0:10:00 change-acted id=c1 change="{STORAGE}" acted=worked seen=truth
    0:15:00 verified id=c1 change="{STORAGE}" signal="live updates" window=3m result=same owner=bo
"""
SECOND = f"""
    0:16:00 change-ordered id=c2 change="{PUSHES}" owner=bo
    0:16:00 change-started id=c2 change="{PUSHES}" owner=bo
    0:17:00 change-done id=c2 change="{PUSHES}" owner=bo
    0:17:00 change-acted id=c2 change="{PUSHES}" acted=cured seen=truth
    0:17:00 impact-changed failing=0 arriving=900 total=9000 seen=truth
"""
UNDONE = f"""
    0:15:10 revert-started id=c1 change="{STORAGE}" owner=bo
    0:15:30 change-reverted id=c1 change="{STORAGE}" owner=bo
"""
ORDER = Option("change", STORAGE, 100.0, 900, 0.5)
DECIDED = Decision(300, 300, ORDER, ORDER, 0.0, 900.0, (3,), (), ())


def played(text):
    outage, doctrine = shipped("late-messages")
    return Case(outage, doctrine, read_timeline(text))


def test_the_first_part_takes_effect_with_the_second():
    both = played(FIRST + SECOND)
    first, second = changes_of(both)
    assert first.did == f"was the first part of the fix, and took effect with '{PUSHES}'"
    assert (first.balance, second.did, second.balance) == ("helped", "ended what was wrong", "helped")
    assert turned_out(both, DECIDED, (first, second)) == (
        f"It was the first part of the fix, and took effect with '{PUSHES}' at 0:17:00."
    )


@pytest.mark.parametrize("text", [FIRST, FIRST + SECOND], ids=["alone", "with the second"])
def test_a_part_of_the_fix_is_no_bad_luck(text):
    assert fortune(played(text), DECIDED, changes_of(played(text))) == ""


@pytest.mark.parametrize("text", [FIRST, FIRST + UNDONE + SECOND], ids=["alone", "undone before the second"])
def test_a_part_that_nothing_completed_is_told_with_what_would_have(text):
    first = changes_of(played(text))[0]
    assert first.did == f"did its own part, which is no fix without '{PUSHES}'"


def test_under_another_cause_it_made_no_difference_and_that_is_bad_luck():
    other = played(FIRST.replace("stale switches", "deaf hosts"))
    assert changes_of(other)[0].did == "did its own part, which made no difference"
    assert fortune(other, DECIDED, changes_of(other)) == "unlucky"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (STORAGE, f"the first part of the fix, which takes effect with '{PUSHES}'."),
        (PUSHES, f"a part of the fix, which takes effect after '{STORAGE}'."),
    ],
)
def test_what_a_part_would_have_brought(change, says):
    nothing_made = played(FIRST.split("0:05:00", maxsplit=1)[0])
    best = Option("change", change, 1.0, 60, 0.5)
    told = would_have(nothing_made, replace(DECIDED, best=best))
    assert told == f"In this world it would have been {says}"


def test_the_parts_of_a_fix_are_those_under_what_is_really_wrong():
    case = played(FIRST)
    assert completed_by(case, STORAGE) == (PUSHES,)
    assert [is_part(case, change) for change in (STORAGE, PUSHES, "restart the push nodes")] == [
        True, True, False,
    ]  # fmt: skip
