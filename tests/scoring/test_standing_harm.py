"""What a change broke by itself is seen to first: what takes that away is what there is to choose."""

import pytest

from simulator.debrief.hindsight import would_have
from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.explanation import explanation
from tests.plays import shipped

BARE = """
0:00:00 cause-drawn cause="a greedy pattern" truth="One rule." seen=truth
0:00:00 impact-changed failing=28000 arriving=28000 seen=truth
0:02:00 alert-fired alert="edge errors > 40%" signal="edge errors" reading=0.93 pages=platform
0:04:00 alert-fired alert="payments < 92%" signal="payments" reading=0.07 pages=payments
0:05:00 joined person=siti
0:06:00 change-ordered id=c1 change="turn off all edge rules" owner=siti
0:06:00 change-started id=c1 change="turn off all edge rules" owner=siti
0:10:00 change-done id=c1 change="turn off all edge rules" owner=siti
0:10:30 impact-changed failing=0 arriving=28000 total=287000 seen=truth
"""
ATTACK = """
0:12:00 impact-changed failing=2100 arriving=0 total=287000 seen=truth
0:40:00 impact-changed failing=0 arriving=2100 total=345800 seen=truth
0:50:00 noted
"""


def waits(text):
    scenario, doctrine = shipped("everywhere-at-once")
    case = Case(scenario, doctrine, read_timeline(text))
    return case, [one for one in decisions(case) if one.chosen.kind == "wait" and one.at > 10 * 60]


def test_what_it_broke_is_mended_and_waited_with_only_since_it_could_be_seen():
    """Payments are three minutes behind: until 15 they show what it was like before."""
    case, (wait,) = waits(BARE + ATTACK)
    assert 15 * 60 < wait.since <= 17 * 60
    assert (wait.best.kind, wait.best.name) == ("change", "put yesterday's edge rules back")
    assert wait.best.chance is not None
    assert wait.best.chance > 0.7
    assert wait.rates == pytest.approx((2100, 2100))
    assert "'put yesterday's edge rules back' takes" in explanation(wait)
    assert would_have(case, wait) == (
        "In this world it would have taken away what 'turn off all edge rules' broke."
    )


def test_what_was_checked_and_not_so_broke_nothing():
    told = '0:05:30 hazard-checked change="turn off all edge rules" hazard="an attack is going on" holds=no\n'
    _, found = waits(BARE.replace("0:06:00 change-ordered", told + "0:06:00 change-ordered") + ATTACK)
    assert all(one.best.name != "put yesterday's edge rules back" for one in found)


def test_once_it_is_mended_it_is_no_choice_any_more():
    mended = """
    0:13:00 change-ordered id=c2 change="put yesterday's edge rules back" owner=siti
    0:13:00 change-started id=c2 change="put yesterday's edge rules back" owner=siti
    0:19:00 change-done id=c2 change="put yesterday's edge rules back" owner=siti
    """
    _, found = waits(BARE + ATTACK.replace("0:40:00", mended + "0:40:00"))
    assert all(one.best.name != "put yesterday's edge rules back" for one in found)


def test_while_as_many_fail_as_before_it_what_was_wrong_goes_on():
    """It did not work, as everybody sees: there is something else to try than to take it back."""
    as_before = BARE.replace("0:10:30 impact-changed failing=0", "0:10:30 impact-changed failing=27900")
    _, found = waits(as_before + "0:50:00 noted\n")
    assert found
    assert all(one.best.name != "put yesterday's edge rules back" for one in found)
