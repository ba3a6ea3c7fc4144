"""Luck, told apart from the choice: what was no sound choice, or was warned of, is nobody's bad luck."""

import pytest

from simulator.debrief.changes import changes_of
from simulator.debrief.luck import fortune
from simulator.scoring.classes import class_of
from simulator.scoring.weighing import Decision, Option

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:00:00 cause-drawn cause="stalled primary" seen=truth
0:00:00 hazard-drawn change="fail over a shard" hazard="replica is behind" holds=yes seen=truth
0:04:00 joined person=raj
0:05:00 change-ordered id=c1 change="fail over a shard" owner=raj because="{why}"
"""
OBJECTED = """
0:05:00 objected person=raj change="fail over a shard" says="Strong objection: the replica is behind."
"""
DONE = """
0:06:00 change-started id=c1 change="fail over a shard" owner=raj
0:15:00 change-done id=c1 change="fail over a shard" owner=raj
0:15:00 change-acted id=c1 change="fail over a shard" acted={acted} harmed={harmed} seen=truth
0:40:00 ended
"""


def ordered(chance, cost=1000.0, best=1000.0):
    chosen = Option("change", "fail over a shard", cost, 600, chance)
    better = Option("change", "x", best, 600, 0.5)
    return Decision(300, 300, chosen, better, cost - best, 9000.0, (5,), (), ())


def told(case, decision, *parts, why="", acted="cured", harmed="yes"):
    made = case("".join(parts).format(why=why, acted=acted, harmed=harmed))
    return made, fortune(made, decision, changes_of(made))


def test_harm_that_nobody_warned_of_is_bad_luck(case):
    assert told(case, ordered(0.9), START, DONE)[1] == "unlucky"


def test_harm_after_a_strong_objection_that_was_let_pass_is_none(case):
    assert told(case, ordered(0.9), START, OBJECTED, DONE)[1] == ""


@pytest.mark.parametrize(
    "answer",
    [
        '0:05:20 decided text="It is stuck, and every minute costs more than stale messages."\n',
        '0:05:20 task-given task=t9 what=check subject="fail over a shard" owner=raj\n',
    ],
    ids=["a reason", "a check"],
)
def test_an_objection_that_was_weighed_leaves_it_bad_luck(case, answer):
    assert told(case, ordered(0.9), START, OBJECTED, answer, DONE)[1] == "unlucky"


@pytest.mark.parametrize(("chance", "judged", "luck"), [(0.6, "good", "unlucky"), (0.0, "mistake", "")])
def test_what_nothing_spoke_for_was_a_mistake_and_no_bad_luck(case, chance, judged, luck):
    made, found = told(case, ordered(chance, 1020.0), START, DONE, acted="nothing", harmed="no")
    assert (class_of(made, ordered(chance, 1020.0)), found) == (judged, luck)
