"""Check hazards: is it safe now? Asked before, and heeded."""

import pytest

from simulator.scoring.rules import check_hazards as rule
from tests.plays import shipped

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
"""
FAILOVER = '0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana\n'
CLEAR = '0:06:00 change-ordered id=c1 change="clear cache" owner=ana\n'
LOCKS = '0:03:00 clue-found person=ana place=db-shards clue=2 says="Shard 3 is full of lock waits."\n'
STUCK = '0:03:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."\n'


def checked(change, hazard, holds, at="0:05:00"):
    return f'{at} hazard-checked person=ana change="{change}" hazard="{hazard}" holds={holds}\n'


SAFE = checked("fail over a shard", "replica is behind", "no")
BEHIND = checked("fail over a shard", "replica is behind", "yes")


def test_an_order_after_the_all_clear_earns_all(points):
    assert points(rule, START + SAFE + FAILOVER) == 1


def test_a_likely_and_dear_hazard_unchecked_earns_nothing(points, judge):
    assert points(rule, START + CLEAR) == 0
    assert "'main database has no headroom', which was 90 % likely" in judge(rule, START + CLEAR)[0].summary


def test_how_much_an_unchecked_hazard_costs_follows_from_what_was_known(points):
    """Lock waits point to the migration, under which the replica is often behind."""
    unchecked = points(rule, START + FAILOVER)
    assert points(rule, START + LOCKS + FAILOVER) < unchecked < 1


MASKED = """
0:00:00 impact-changed failing=26000 arriving=26000 seen=truth
0:02:00 alert-fired alert="payments < 92%" signal=payments pages=payments
0:06:00 change-ordered id=c1 change="turn off all edge rules" owner=siti
"""


def test_where_no_answer_would_have_spoken_for_anything_better_none_need_be_asked_for(case):
    """With all tills down, an attack, 25 % likely, would not have kept the switch from being best."""
    outage, process = shipped("everywhere-at-once")
    (mark,) = rule.marks(case(MASKED, scenario=outage, doctrine=process))
    assert mark.earned == 1
    assert mark.summary.endswith("25 % likely: no answer would have spoken for anything better.")


def test_a_hazard_not_worth_its_minute_need_not_be_checked(points):
    """Stuck writes point to the stalled primary, whose replica is in step."""
    assert points(rule, START + STUCK + FAILOVER) is None


def test_an_answer_after_the_order_comes_too_late(points):
    late = checked("clear cache", "main database has no headroom", "no", "0:07:00")
    assert points(rule, START + CLEAR + late) == 0


def test_going_ahead_in_spite_of_the_answer_earns_nothing(points, judge):
    real = checked("clear cache", "main database has no headroom", "yes")
    assert points(rule, START + real + CLEAR) == 0
    assert judge(rule, START + real + CLEAR)[0].evidence == (3, 4)


def test_leaving_alone_what_was_found_dangerous_earns_all(points, judge):
    text = START + BEHIND + '0:06:00 change-ordered id=c1 change="stop the migration" owner=ana\n'
    assert points(rule, text) == 1
    assert judge(rule, text)[0].summary == (
        "'fail over a shard' was left alone after the check at 0:05:00 had said 'replica is behind'."
    )


@pytest.mark.parametrize(
    ("begun", "ended", "praised"),
    [
        ("0:05:30", '0:12:00 change-done id=c1 change="fail over a shard"', False),
        ("0:05:30", '0:12:00 change-failed id=c1 change="fail over a shard"', False),
        ("0:04:30", '0:12:00 change-done id=c1 change="fail over a shard"', False),
        ("0:04:30", '0:06:00 change-failed id=c1 change="fail over a shard"', True),
    ],
    ids=["begun and made", "begun", "made", "broken off"],
)
def test_what_was_ordered_before_the_answer_and_went_on_was_not_left_alone(judge, begun, ended, praised):
    lines = [begun + ' change-started id=c1 change="fail over a shard" owner=ana', BEHIND.strip()]
    lines.sort()
    text = START + '0:04:15 change-ordered id=c1 change="fail over a shard" owner=ana\n' + "\n".join(lines)
    marks = judge(rule, text + f"\n{ended}\n0:30:00 noted")
    assert any("left alone" in mark.summary for mark in marks) is praised


def test_the_last_answer_counts(points):
    caught_up = checked("fail over a shard", "replica is behind", "no", "0:05:30")
    assert points(rule, START + BEHIND + caught_up + FAILOVER) == 1


@pytest.mark.parametrize("change", ["stop the migration", "scale out app"])
def test_changes_without_a_hazard_that_may_be_real_are_not_judged(points, change):
    assert points(rule, START + f'0:06:00 change-ordered id=c1 change="{change}" owner=ana') is None


def test_to_leave_alone_what_could_never_help_is_no_decision(judge):
    """With the migration as good as certain, clearing the cache helps nobody: asking proves nothing."""
    headroom = checked("clear cache", "main database has no headroom", "yes", "0:08:00")
    sure = START + LOCKS + LOCKS.replace("0:03", "0:04") + headroom + "0:30:00 noted"
    replica = START + BEHIND + "0:30:00 noted"
    assert not [mark for mark in judge(rule, sure) if "clear cache" in mark.summary]
    assert [mark.earned for mark in judge(rule, replica)] == [1]


POLLED = '0:05:00 polled change="fail over a shard"\n'


def test_who_orders_in_spite_of_a_warning_is_told_so(judge):
    warned = '0:05:20 objected person=ana change="fail over a shard" says="I think replica is behind."\n'
    (mark,) = judge(rule, START + LOCKS + POLLED + warned + FAILOVER)
    assert mark.summary == (
        "'fail over a shard' was ordered at 0:06:00 although Ana had said at 0:05:20 that "
        "'replica is behind', and nobody had checked it."
    )
    assert mark.evidence == (5, 6)


@pytest.mark.parametrize(
    "answer",
    [
        '0:05:20 nobody-objected change="fail over a shard"\n',
        '0:05:20 objected person=ana change="fail over a shard" says="Let us find out what it is first."\n',
    ],
)
def test_a_poll_in_which_nobody_names_the_hazard_is_no_check(judge, answer):
    (mark,) = judge(rule, START + LOCKS + POLLED + answer + FAILOVER)
    assert "without asking whether 'replica is behind'" in mark.summary
