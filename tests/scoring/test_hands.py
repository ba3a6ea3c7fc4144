"""Hands: what nobody could begin just then is weighed, and told, with the wait that it takes."""

import pytest

from simulator.debrief.naming import named
from simulator.debrief.plan import plan_of
from simulator.scoring.classes import class_of
from simulator.scoring.decisions import decisions
from simulator.scoring.explanation import explanation

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:04:30 joined person=mei
0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
0:05:00 task-given task=t1 what=change subject="stop the migration" owner=ana
0:05:00 task-started task=t1 what=change subject="stop the migration" owner=ana
0:05:00 change-started id=c1 change="stop the migration" owner=ana
"""
MADE = """
0:08:00 change-done id=c1 change="stop the migration" owner=ana
0:08:00 task-ended task=t1 what=change subject="stop the migration" owner=ana
"""
WATCHED = """
0:08:30 task-given task=t2 what=verify subject="stop the migration" within=6m owner=ana
0:08:30 task-started task=t2 what=verify subject="stop the migration" owner=ana
"""
LOOKED = WATCHED.replace("verify", "investigate").replace('"stop the migration" within=6m', "db-shards")
THEN = """
0:{at}:00 change-ordered id=c2 change="{change}" owner=mei
0:{at}:00 change-started id=c2 change="{change}" owner=mei
0:40:00 noted
"""


def second(case, *parts, change="roll back app", at="06"):
    """The second order, beside the best choice there was."""
    made = case("".join(parts) + THEN.format(change=change, at=at))
    (order,) = [one for one in decisions(made) if one.chosen.name == change]
    return made, order


def test_whoever_could_make_the_best_change_is_making_another_and_is_waited_for(case):
    _, order = second(case, START)
    assert named(order.best) == "wait for 'stop the migration', then order 'fail over a shard'"
    assert "until it shows, the wait for 'stop the migration' included, and" in explanation(order)
    assert order.regret == pytest.approx(order.chosen.cost - order.best.cost)


def test_the_wait_is_a_part_of_what_the_best_choice_costs(case):
    """With a second pair of hands it could be begun at once, and the order gave more away."""
    _, held = second(case, START)
    _, free = second(case, START, "0:05:30 joined person=raj\n")
    assert named(free.best) == "order 'fail over a shard'"
    assert held.best.cost > free.best.cost
    assert held.best.seconds > free.best.seconds
    assert 0 < held.regret < free.regret


@pytest.mark.parametrize(
    ("work", "best"),
    [
        (WATCHED, "wait for the watch of 'stop the migration', then order 'fail over a shard'"),
        (LOOKED, "order 'fail over a shard'"),
        ("", "order 'fail over a shard'"),
    ],
    ids=["a watch", "a look, which is dropped", "nothing in hand"],
)
def test_a_watch_is_seen_to_its_end_and_a_look_is_not(case, work, best):
    assert named(second(case, START, MADE, work, at="09")[1].best) == best


def test_what_could_not_help_is_a_mistake_although_there_was_only_waiting_to_do(case):
    made, order = second(case, START, change="clear cache")
    assert order.best.name != "clear cache"
    assert order.regret > 0
    assert class_of(made, order) in ("mistake", "blunder")


def test_a_best_change_that_could_be_begun_had_to_wait_for_what_was_not_told_yet_all_the_same(case):
    made, order = second(case, START, MADE, "0:08:30 joined person=raj\n", at="09")
    assert named(order.best) == "order 'fail over a shard'"
    assert plan_of(made, order).startswith(
        "Either only once it was told what 'stop the migration' did: one change at a time."
    )
    made, order = second(case, START)
    assert "one change at a time" not in plan_of(made, order)  # its wait is named already
