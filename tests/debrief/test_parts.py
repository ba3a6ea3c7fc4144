"""A change that is one part of a fix: it did not fail to help, and it was no bad luck."""

import pytest

from simulator.debrief.changes import changes_of
from simulator.debrief.hindsight import turned_out, would_have
from simulator.debrief.luck import fortune
from simulator.debrief.parts import completed_by, is_part
from simulator.debrief.questions import _unasked
from simulator.debrief.truth import truth_of
from simulator.domain.notation import read_timeline
from simulator.domain.value import replace
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


SPLIT = """
    0:00:00 cause-drawn cause="split books" truth="America was promoted." seen=truth
    0:00:00 impact-changed failing=900 arriving=0 seen=truth
"""
STOP, PAUSE, MERGE = "stop the failover manager", "pause payouts and webhooks", "merge the two ledgers"


def made(name, number, minute, acted="nothing"):
    """The lines of a change that is made within a minute."""
    return f"""
    0:{minute}:00 change-ordered id=c{number} change="{name}" owner=hana
    0:{minute}:00 change-started id=c{number} change="{name}" owner=hana
    0:{minute}:30 change-done id=c{number} change="{name}" owner=hana
    0:{minute}:30 change-acted id=c{number} change="{name}" acted={acted} seen=truth
"""


def ledger(text):
    outage, doctrine = shipped("split-ledger")
    return Case(outage, doctrine, read_timeline(SPLIT + text))


def test_what_ends_it_only_after_others_is_told_with_those_that_were_missing():
    stop, merge = changes_of(ledger(made(STOP, 1, 10) + made(MERGE, 2, 20)))
    assert stop.did == f"did its own part, which is no fix without '{MERGE}'"
    assert merge.did == f"was one part of what ends it, and takes effect only after '{PAUSE}'"
    assert (stop.balance, merge.balance) == ("nothing", "nothing")
    (alone,) = changes_of(ledger(made(MERGE, 1, 10)))
    assert alone.did.endswith(f"takes effect only after '{STOP}' and '{PAUSE}'")


def test_a_part_that_does_nothing_by_itself_took_effect_with_the_cure():
    stop, _, merge = changes_of(
        ledger(made(STOP, 1, 10) + made(PAUSE, 2, 15, "worked") + made(MERGE, 3, 20, "cured"))
    )
    assert stop.did == f"was the first part of the fix, and took effect with '{MERGE}'"
    assert (stop.balance, merge.did) == ("helped", "ended what was wrong")


def test_what_could_fail_by_chance_with_all_in_place_did_nothing():
    *_, merge = changes_of(ledger(made(STOP, 1, 10) + made(PAUSE, 2, 15, "worked") + made(MERGE, 3, 20)))
    assert merge.did == "did nothing about what was wrong"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("", f"Nothing ended it. What would have: '{MERGE}' after '{STOP}' and '{PAUSE}'."),
        (made(MERGE, 1, 10, "cured"), ""),
        ("    0:20:00 healed cause=x seen=truth", ""),
        ("    0:20:00 impact-changed failing=0 arriving=0 seen=truth", ""),
    ],
    ids=["nothing did", "a change did", "by itself", "customers are well"],
)
def test_where_nothing_ended_it_the_truth_tells_what_would_have(text, cure):
    case = ledger(text)
    assert truth_of(case, changes_of(case)).cure == cure


OWN = """
    0:17:40 acted-alone person=diogo id=c1 change="use the other card route" seen=truth
    0:17:40 change-started id=c1 change="use the other card route" owner=diogo seen=truth
    0:50:55 change-failed id=c1 change="use the other card route" owner=diogo says="I had to let go."
"""


def test_what_somebody_did_on_their_own_is_told_with_the_changes_and_is_no_decision():
    case = ledger(OWN)
    assert changes_of(case) == ()
    (deed,) = truth_of(case, ()).deeds
    assert (deed.change, deed.clock, deed.did, deed.seen) == (
        "use the other card route (Diogo on their own)",
        "0:17:40",
        "never took effect",
        "could not be made",
    )
    asked = [question.text for question in _unasked(case)]
    assert asked == [
        "How would the call have learnt what Diogo did unasked from 0:17:40 on: 'use the other card route'?"
    ]


def test_the_parts_of_a_fix_are_those_under_what_is_really_wrong():
    case = played(FIRST)
    assert completed_by(case, STORAGE) == (PUSHES,)
    assert [is_part(case, change) for change in (STORAGE, PUSHES, "restart the push nodes")] == [
        True, True, False,
    ]  # fmt: skip


WATCHED = '0:15:00 verified id=c1 change="turn off new inbox" signal="app errors" window=3m result=unclear\n'


@pytest.mark.parametrize(
    ("watched", "told"),
    [("", "Nobody watched what it did."), (WATCHED, "Nobody could tell from what was watched.")],
)
def test_that_nobody_watched_is_not_told_as_if_it_could_not_be_seen(watched, told):
    made = FIRST.replace(STORAGE, "turn off new inbox").replace("acted=worked", "acted=nothing")
    lines = [line for line in made.splitlines() if " verified " not in line]
    case = played("\n".join(lines) + "\n" + watched)
    assert turned_out(case, DECIDED, changes_of(case)) == f"It did nothing about what was wrong. {told}"
