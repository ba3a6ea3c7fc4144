"""What a wait costs: all that fails while nothing is done, unless a fix is seen to do its work."""

import pytest

from simulator.scoring.decisions import decisions
from simulator.scoring.outlook import outlook
from tests.scoring.test_decisions import UNTRIED

FIXED = f"""{UNTRIED}0:10:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:10:00 change-started id=c1 change="fail over a shard" owner=ana
0:17:00 change-done id=c1 change="fail over a shard" owner=ana
"""
DRAINS = "".join(
    f"0:{at:02}:00 impact-changed failing={failing} arriving={before} seen=truth\n"
    for at, before, failing in ((18, 9000, 3000), (30, 3000, 2000), (40, 2000, 1000), (50, 1000, 0))
)
UNDONE = """
0:20:30 revert-started id=c1 change="fail over a shard"
0:21:00 change-reverted id=c1 change="fail over a shard"
"""
END = "1:10:00 noted\n"


def wait(case, text):
    """The wait that follows, and how likely it was at its beginning that the outage went on."""
    judged = case(FIXED + text + END)
    one = next(one for one in reversed(decisions(judged)) if one.chosen.kind == "wait")
    seen = outlook(judged, one.at, one.before)
    assert seen is not None
    return one, seen.advice.failing


def test_what_is_seen_to_fall_after_a_change_counts_only_as_far_as_it_may_not_be_over(case):
    """Made at 17; the dashboards, three minutes behind, show it from 20: the decision is made by 24.

    One of the five minutes for it had gone before the order.
    """
    one, doubt = wait(case, DRAINS)
    assert one.at == 24 * 60
    assert 0 < doubt < 0.25
    assert one.regret == pytest.approx(doubt * (9 * 3000 + 10 * 2000 + 10 * 1000))


def test_what_does_not_fall_counts_whole_once_dashboards_would_have_shown_it(case):
    """Three times their lag of three minutes after it was made: two of the minutes may still be good."""
    one, doubt = wait(case, "")
    assert one.regret == pytest.approx(9000 * (doubt * 2 + 44))


def test_a_little_fewer_are_no_sign(case):
    little = "0:18:00 impact-changed failing=8200 arriving=9000 seen=truth\n"
    one, doubt = wait(case, little)
    assert one.regret == pytest.approx(8200 * (doubt * 2 + 44))
    enough, doubt = wait(case, little.replace("8200", "8100"))
    assert enough.regret == pytest.approx(8100 * doubt * 46)


def test_what_has_been_taken_back_ended_nothing(case):
    one, doubt = wait(case, DRAINS.split("0:30", maxsplit=1)[0] + UNDONE)
    assert doubt == 1
    assert one.regret == pytest.approx(3000 * (70 * 60 - one.at) / 60)


def test_with_nothing_tried_every_minute_counts(case):
    judged = case(UNTRIED + END)
    (one,) = (one for one in decisions(judged) if one.chosen.kind == "wait")
    assert one.regret == pytest.approx(9000 * (70 * 60 - one.at) / 60)
