"""Looks that everything waited for, and looks that delayed nothing."""

import pytest

from simulator.debrief.choices import worst_of
from simulator.debrief.decided import decided_of
from simulator.debrief.lessons import lesson
from simulator.domain.entry import each
from simulator.domain.fact import TaskGiven
from simulator.domain.notation import read_timeline
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.decisions import decisions
from simulator.scoring.explanation import explanation
from simulator.scoring.looks import waited_for
from simulator.scoring.outlook import outlook
from simulator.scoring.weighing import Decision, Option, option
from tests.plays import shipped

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
"""
LOOK = """
0:{:02}:00 task-given task=t1 what=investigate subject=edge owner=mei
0:{:02}:00 task-started task=t1 what=investigate subject=edge owner=mei
0:{:02}:00 clue-found person=mei place=edge clue=0 says="Nothing here."
0:{:02}:00 task-ended task=t1 what=investigate subject=edge owner=mei
"""
END = "0:40:00 noted\n"


def look(begins, ends):
    return LOOK.format(begins, begins, ends, ends)


def charged(case, *parts):
    """What was looked at, each with the customer-minutes that it wasted."""
    return [(one.chosen.name, one.regret > 0, one.earlier) for one in waited_for(case("".join(parts) + END))]


def test_a_look_elsewhere_is_charged_while_somebody_could_have_acted(case):
    assert charged(case, START, "0:04:00 joined person=raj\n", look(5, 9)) == [("edge", True, 0.0)]


MEI_FIRST = "0:04:00 paged person=raj\n0:04:30 joined person=mei\n"


def test_while_who_could_act_is_on_the_way_a_look_delays_nothing(case):
    assert charged(case, START, MEI_FIRST, look(5, 9), "0:10:00 joined person=raj\n") == []


def test_of_a_look_that_ends_after_they_came_only_that_part_is_charged(case):
    begun, ended = look(5, 9).split("0:09", 1)
    halved = [START, MEI_FIRST, begun, "0:07:00 joined person=raj\n", "0:09" + ended]
    (half,) = waited_for(case("".join(halved) + END))
    (whole,) = waited_for(case("".join([START, "0:04:00 joined person=raj\n", look(5, 9)]) + END))
    assert half.regret == pytest.approx(whole.regret / 2)


CHECK = """
0:05:00 task-given task=t2 what=check subject="fail over a shard" owner=raj
0:05:00 task-started task=t2 what=check subject="fail over a shard" owner=raj
"""
CLEAR = """
0:09:00 hazard-checked person=raj change="fail over a shard" hazard="replica is behind" holds=no
0:09:00 task-ended task=t2 what=check subject="fail over a shard" owner=raj
"""
ORDER = """
0:09:30 change-ordered id=c1 change="fail over a shard" owner=raj
0:09:30 change-started id=c1 change="fail over a shard" owner=raj
"""


@pytest.mark.parametrize(("order", "found"), [(ORDER, []), ("", ["edge"])], ids=["heeded", "in vain"])
def test_beside_a_pre_check_that_is_heeded_a_look_takes_no_time(case, order, found):
    begun, ended = look(5, 9).split("0:09", 1)
    both = [
        START,
        "0:04:00 joined person=raj\n0:04:00 joined person=mei\n",
        CHECK,
        begun,
        "0:09" + ended,
        CLEAR,
    ]
    assert [name for name, _, _ in charged(case, *both, order) if name == "edge"] == found


def test_looks_in_a_row_say_what_those_before_them_wasted(case):
    second = look(10, 14).replace("edge", "search").replace("t1", "t2")
    (_, first, _), (_, other, earlier) = charged(
        case, START, "0:04:00 joined person=raj\n", look(5, 9), second
    )
    assert first
    assert other
    assert earlier > 0


BUSY = """
0:05:00 task-given task=t0 what=investigate subject="what changed" owner=mei
0:05:00 task-started task=t0 what=investigate subject="what changed" owner=mei
0:06:00 task-given task=t1 what=investigate subject=edge owner=mei
0:14:00 task-ended task=t0 what=investigate subject="what changed" owner=mei
"""
BEGUN = "0:14:00 task-started task=t1 what=investigate subject=edge owner=mei\n"


def test_a_look_that_full_hands_were_given_counts_from_when_they_begin(case):
    here = [START, "0:04:00 joined person=raj\n0:04:30 joined person=mei\n", BUSY]
    (begun,) = waited_for(case("".join([*here, BEGUN]) + END))
    assert (begun.at, begun.chosen.name) == (14 * 60, "edge")
    assert charged(case, *here) == []


IN_HAND = """
0:05:00 task-given task=t1 what=investigate subject=db-shards owner=ana
0:05:00 task-started task=t1 what=investigate subject=db-shards owner=ana
"""
BESIDE = """
0:05:30 task-given task=t2 what=investigate subject=edge owner=mei
0:05:30 task-started task=t2 what=investigate subject=edge owner=mei
"""


def test_beside_a_better_look_that_is_under_way_another_wastes_nothing(case):
    """What is best is told as what to wait for; who looks elsewhere meanwhile loses no time."""
    joined = "0:04:00 joined person=ana\n0:04:30 joined person=mei\n"
    made = case(START + joined + IN_HAND + BESIDE + END)
    asked = next(entry.number for entry, task in each(made.seen, TaskGiven) if task.subject == "edge")
    seen = outlook(made, 330, asked)
    assert seen is not None
    begun, other = (seen.of("look", place) for place in ("db-shards", "edge"))
    assert begun is not None
    assert other is not None
    assert option(made, seen, begun).in_hand
    assert not option(made, seen, other).in_hand


PARALLEL = look(5, 9) + look(5, 10).replace("t1", "t2").replace("edge", "app").replace("mei", "bo")


def test_of_looks_at_the_same_time_only_the_first_is_a_decision(case):
    """What the other adds is a minute of five, in which its answer was awaited alone."""
    here = "0:04:00 joined person=raj\n0:04:30 joined person=mei\n0:04:40 joined person=bo\n"
    assert [name for name, *_ in charged(case, START, here, PARALLEL)] == ["edge"]


def test_of_an_answer_that_was_waited_for_too_long_nobody_says_it_was_worth_it():
    """The same look, as what gave something away and as what was best."""
    heard = Option("look", "edge", 1200.0, 240, in_hand=True)
    order = Option("change", "fail over a shard", 1000.0, 600, 0.9)
    waited = Decision(330, 330, heard, order, 200.0, 9000.0, (3,), (), ())
    assert explanation(waited).startswith("A look at edge was under way, and it was waited for; 'fail over")
    ordered = Decision(330, 330, replace(order, cost=1400.0), heard, 200.0, 9000.0, (3,), (), ())
    assert "; a look at edge was under way, whose answer was worth waiting for. " in explanation(ordered)


ONE_BREATH = """
0:04:00 joined person=raj
0:04:30 joined person=mei
0:05:00 task-given task=t1 what=investigate subject=edge owner=mei
0:05:00 task-started task=t1 what=investigate subject=edge owner=mei
0:05:{later} task-given task=t2 what=check subject="fail over a shard" owner=raj
0:05:{later} task-started task=t2 what=check subject="fail over a shard" owner=raj
0:07:00 hazard-checked person=raj change="fail over a shard" hazard="replica is behind" holds=no
0:07:00 task-ended task=t2 what=check subject="fail over a shard" owner=raj
0:{ends}:00 clue-found person=mei place=edge clue=0 says="Nothing here."
0:{ends}:00 task-ended task=t1 what=investigate subject=edge owner=mei
"""


def test_beside_the_best_check_given_out_in_the_same_breath_a_look_waits_from_its_answer_on(case):
    """It was not the check that was missing, but the order once it had come back clean."""
    made = case(START + ONE_BREATH.format(later=40, ends="09") + END)
    (one,) = [one for one in waited_for(made) if one.chosen.name == "edge"]
    assert (one.at, one.best.kind, one.best.name) == (7 * 60, "change", "fail over a shard")
    assert one.chosen.in_hand
    assert made.entries[one.entries[0] - 1].at == 5 * 60
    assert one.regret > 0


@pytest.mark.parametrize(("later", "ends", "wasted"), [(40, "07", False), (40, "09", True)])
def test_a_look_that_is_over_by_then_kept_nothing_waiting(case, later, ends, wasted):
    found = charged(case, START, ONE_BREATH.format(later=later, ends=ends))
    assert [each[1] for each in found if each[0] == "edge"] == [wasted]


@pytest.mark.parametrize(
    ("kind", "told"),
    [("look", "A look at edge was under way"), ("check", "The check of 'edge' was under way")],
)
def test_an_answer_that_was_on_its_way_is_told_for_what_it_is(kind, told):
    heard = Option(kind, "edge", 1000.0, 240, 0.9, in_hand=True)
    order = Option("change", "fail over a shard", 1200.0, 600, 0.1)
    assert told in lesson(Decision(330, 330, order, heard, 200.0, 9000.0, (3,), (), ()))


COLD = """
0:00:00 impact-changed failing=20000 arriving=20000 seen=truth
0:02:00 alert-fired alert="cache hits low" signal="cache hits" pages=datastores
0:04:00 joined person=niamh
"""


def cold(second="cache"):
    """A poor look, and then another one, in the outage of the cold cache."""
    scenario, doctrine = shipped("cold-cache")
    then = look(10, 14).replace("edge", second).replace("t1", "t2")
    return Case(scenario, doctrine, read_timeline(COLD + look(5, 9) + then + "0:15:00 noted\n"))


def test_the_best_look_after_a_poor_one_owes_its_regret_to_that():
    poor, best = waited_for(cold())
    assert (poor.inherited, best.inherited) == (False, True)
    assert explanation(best) == (
        "Looking at cache takes 4 min and narrows down the cause. No other choice was expected to cost "
        "noticeably less; those before it in a row had cost 83,600 customer-minutes."
    )
    assert not any(one.inherited for one in waited_for(cold("search")))


def test_the_best_look_after_a_poor_one_is_told_as_the_best():
    """Its row is counted where it was wasted: no line of the table, and no card, counts it twice."""
    judged = cold()
    lines = decided_of(judged, decisions(judged), ()).lines
    assert [(line.name, line.judged, line.regrets) for line in lines] == [
        ("look at edge", "inaccuracy", "83,600 customer-minutes"),
        ("look at cache", "best", ""),
    ]
    assert [one.chosen.name for one in worst_of(judged, decisions(judged))] == ["edge"]
