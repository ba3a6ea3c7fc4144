"""Idle stretches: nothing under way while customers were known to fail and somebody could act."""

import pytest

from simulator.domain.drill import Drill, Line, Point
from simulator.domain.value import replace
from simulator.scoring.idle import able, idle

START = """
0:00:00 impact-changed failing=6000 arriving=6000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
"""


def stretches(case, text):
    return [(each.since // 60, each.until // 60) for each in idle(case(START + text))]


def test_with_nothing_under_way_it_lasts_from_the_first_to_join_to_the_end(case):
    assert stretches(case, "0:30:00 noted") == [(4, 30)]


def test_someone_should_have_been_called_by_when_it_was_due_to_be_declared(case):
    assert able(case(START)) == 240
    assert able(case(START.replace("0:04:00", "0:20:00"))) == 420
    assert able(case("0:30:00 noted")) is None


def test_a_change_is_under_way_until_its_signal_can_show_it(case):
    """Ordered at 6, done at 13, seen on a signal that is 3 min behind."""
    text = """
        0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
        0:06:00 change-started id=c1 change="fail over a shard" owner=ana
        0:13:00 change-done id=c1 change="fail over a shard" owner=ana
        0:30:00 noted
    """
    assert stretches(case, text) == [(4, 6), (16, 30)]


def test_a_watch_and_an_undoing_are_work(case):
    text = """
        0:04:00 change-ordered id=c1 change="turn off new inbox" owner=mei
        0:04:00 change-started id=c1 change="turn off new inbox" owner=mei
        0:08:00 change-done id=c1 change="turn off new inbox" owner=mei
        0:10:00 verify-started id=c1 change="turn off new inbox" signal="inbox loading" window=10m
        0:20:00 verified id=c1 change="turn off new inbox" signal="inbox loading" window=10m result=same
        0:22:00 revert-started id=c1 change="turn off new inbox"
        0:26:00 change-reverted id=c1 change="turn off new inbox"
        0:30:00 noted
    """
    assert stretches(case, text) == [(20, 22), (26, 30)]


def test_an_order_nobody_takes_up_goes_stale(case):
    assert stretches(case, '0:06:00 change-ordered id=c1 change="fail over a shard"\n0:30:00 noted') == [
        (4, 6),
        (11, 30),
    ]


@pytest.mark.parametrize("what", ["investigate", "check"])
def test_looking_is_work_while_it_lasts(case, what):
    text = f"""
        0:06:00 task-given task=t1 what={what} subject=db-shards owner=ana
        0:06:00 task-started task=t1 what={what} subject=db-shards owner=ana
        0:11:00 task-ended task=t1 what={what} subject=db-shards owner=ana
        0:30:00 noted
    """
    assert stretches(case, text) == [(4, 6), (11, 30)]


@pytest.mark.parametrize("what", ["prepare", "write", "answer"])
def test_preparing_writing_and_answering_do_not_end_an_outage(case, what):
    text = f"0:06:00 task-given task=t1 what={what} subject=x owner=ana\n0:06:00 task-started task=t1\n"
    assert stretches(case, text + "0:30:00 noted") == [(4, 30)]


def test_what_was_known_of_the_impact_ends_it(case):
    """The dashboards are 3 min behind."""
    text = "0:12:00 impact-changed failing=0 arriving=6000 seen=truth\n0:30:00 noted"
    assert stretches(case, text) == [(4, 15)]


def test_a_relapse_begins_another(case):
    text = """
        0:12:00 impact-changed failing=0 arriving=6000 seen=truth
        0:18:00 impact-changed failing=6000 arriving=0 seen=truth
        0:30:00 noted
    """
    assert stretches(case, text) == [(4, 15), (21, 30)]


def test_closing_the_incident_ends_it_only_once_customers_are_served(case):
    assert stretches(case, "0:12:00 resolved\n0:30:00 noted") == [(4, 30)]


@pytest.mark.parametrize("what", ["investigate", "check"])
def test_a_look_that_goes_on_and_on_is_work_for_as_long_as_one_should_take(case, what):
    """Twenty minutes from when it began, whatever it was given, and whenever it was given out."""
    text = f"""
        0:04:00 task-given task=t1 what={what} subject="fail over a shard" owner=ana within=8h
        0:06:00 task-started task=t1 what={what} subject="fail over a shard" owner=ana
        1:30:00 task-ended task=t1 what={what} subject="fail over a shard" owner=ana
        1:40:00 noted
    """
    assert stretches(case, text) == [(26, 100)]


OTHERS = START.replace("ana", "kofi")
"""Kofi cannot work on the shards; Ana, Grace, Niamh and Raj can."""


def waits(case, text, begun=OTHERS):
    return [(each.since // 60, each.until // 60) for each in idle(case(begun + text))]


def test_who_is_needed_and_on_the_way_is_waited_for(case):
    text = """
        0:06:00 paged person=raj
        0:08:00 acknowledged person=raj
        0:16:00 joined person=raj
        0:30:00 noted
    """
    assert waits(case, text) == [(4, 6), (16, 30)]


def test_who_is_not_needed_is_not_waited_for(case):
    assert waits(case, "0:06:00 paged person=mei\n0:16:00 joined person=mei\n0:30:00 noted") == [(4, 30)]
    assert stretches(case, "0:06:00 paged person=raj\n0:16:00 joined person=raj\n0:30:00 noted") == [(4, 30)]


def test_who_misses_a_page_is_waited_for_until_then(case):
    text = "0:06:00 paged person=raj\n0:11:00 page-unanswered person=raj\n0:30:00 noted"
    assert waits(case, text) == [(4, 6), (11, 30)]


def test_who_does_not_come_is_waited_for_as_long_as_a_time_box_where_another_could_be_paged(case):
    text = "0:06:00 paged person=raj\n0:08:00 acknowledged person=raj\n1:00:00 noted"
    assert waits(case, text) == [(4, 6), (26, 60)]


def test_when_all_who_can_have_been_paged_one_can_only_wait(case):
    paged = "".join(f"0:06:00 paged person={person}\n" for person in ("raj", "grace", "ana", "niamh"))
    assert waits(case, paged + "1:00:00 noted") == [(4, 6)]


def test_until_somebody_joins_anybody_is_waited_for_and_then_whoever_is_needed(case):
    """It is due to be declared at 7; Mei, who joins at 12, can do nothing about the shards."""
    begun = OTHERS.split("0:04:00")[0]
    joins = "0:12:00 joined person=mei\n0:30:00 noted"
    assert waits(case, "0:03:00 paged person=mei\n" + joins, begun) == [(12, 30)]
    coming = "0:03:00 paged person=mei\n0:03:00 paged person=raj\n"
    assert waits(case, coming + joins, begun) == [(23, 30)]
    assert waits(
        case, coming + "0:12:00 joined person=mei\n0:15:00 joined person=raj\n0:30:00 noted", begun
    ) == [(15, 30)]


def test_what_changed_is_a_question_for_two_and_no_work_for_ever(case):
    """Asked at 6, 10, 14 and 18 for four minutes each: from the third time on nothing is under way."""
    text = "".join(
        f"""
        0:{at:02}:00 task-given task=t{at} what=investigate subject="what changed?" owner=ana within=0
        0:{at:02}:00 task-started task=t{at} what=investigate subject="what changed?" owner=ana
        0:{at + 4:02}:00 task-ended task=t{at} what=investigate subject="what changed?" owner=ana
        """
        for at in (6, 10, 14, 18)
    )
    assert stretches(case, text + "0:30:00 noted") == [(4, 6), (14, 30)]


READY = """
    0:06:00 task-given task=t1 what=prepare subject="fail over a shard" owner=ana
    0:06:00 task-started task=t1 what=prepare subject="fail over a shard" owner=ana
    0:11:00 change-prepared change="fail over a shard" owner=ana
    0:11:00 task-ended task=t1 what=prepare subject="fail over a shard" owner=ana
"""


def test_making_ready_what_is_then_ordered_is_a_part_of_making_it(case):
    ordered = '0:20:00 change-ordered id=c1 change="{}" owner=ana\n0:30:00 noted'
    assert stretches(case, READY + ordered.format("fail over a shard")) == [(4, 6), (11, 20), (25, 30)]
    assert stretches(case, READY + ordered.format("clear cache")) == [(4, 20), (25, 30)]
    assert stretches(case, READY + "0:30:00 noted") == [(4, 30)]


SLOW = """
    0:03:00 alert-fired alert="inbox" signal="inbox loading" pages=inbox
    0:03:00 alert-fired alert="mail" signal="mail delivery" pages=messaging
    0:06:00 change-ordered id=c1 change="fail over a shard" owner=ana
    0:06:00 change-started id=c1 change="fail over a shard" owner=ana
    0:10:00 change-done id=c1 change="fail over a shard" owner=ana
    0:12:00 impact-changed failing=0 arriving=6000 total=72000 seen=truth
    0:40:00 noted
"""


def test_waiting_for_the_slowest_dashboard_to_show_what_the_others_do_is_not_idle(case):
    """Mail is a quarter of an hour late; what is quicker shows at once that all are well."""
    made = case(START + SLOW)
    assert made.affected(20 * 60)
    assert made.seems_well(20 * 60)
    assert [(one.since // 60, one.until // 60) for one in idle(made)] == [(4, 6), (13, 15)]


def test_before_the_take_over_of_a_drill_nobody_could_act(case, write_stall):
    nothing = Line(("wait",), "")
    drill = Drill("Go on.", (), Point(600), (), 3600, ("least-regret",), nothing, nothing)
    taken = START + '0:10:00 taken-over task="Go on."\n0:30:00 noted'
    found = idle(case(taken, scenario=replace(write_stall, drill=drill)))
    assert [(one.since // 60, one.until // 60) for one in found] == [(10, 30)]
