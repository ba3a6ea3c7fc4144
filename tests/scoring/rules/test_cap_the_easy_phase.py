"""Cap the easy phase: when the quick options are spent, the slow fix is made ready."""

import pytest

from simulator.scoring.rules import cap_the_easy_phase as rule
from tests.scoring.rules.test_least_regret import passing

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
"""


def tried(change, result, number=1, at=10):
    return f"""
        0:{at:02}:00 change-ordered id=c{number} change="{change}" owner=ana
        0:{at:02}:00 change-started id=c{number} change="{change}" owner=ana
        0:{at + 4:02}:00 change-done id=c{number} change="{change}" owner=ana
        0:{at + 8:02}:00 verified id=c{number} change="{change}" signal="shard write time" result={result}
    """


BEFORE = tried("stop the migration", "same", 2, at=4) + tried("roll back app", "same", 3, at=7)
SPENT = START + BEFORE + tried("fail over a shard", "same")
"""With the quick cure of each cause tried nothing quick is left."""


@pytest.mark.parametrize(
    "ready",
    [
        '{at} task-given task=t1 what=prepare subject="ship a hotfix" owner=bo',
        '{at} change-prepared change="restore a shard from backup" owner=ana',
        '{at} change-ordered id=c9 change="ship a hotfix" owner=bo',
    ],
    ids=["being prepared", "prepared", "ordered"],
)
@pytest.mark.parametrize(("at", "earned"), [("0:20:00", 1), ("0:33:00", 1), ("0:48:00", 0.5), ("1:03:00", 0)])
def test_the_slow_fix_is_taken_up_in_time(points, ready, at, earned):
    assert points(rule, SPENT + ready.format(at=at)) == pytest.approx(earned)


def test_taken_up_before_is_as_good(points, judge):
    text = (
        START
        + '0:03:00 change-prepared change="ship a hotfix" owner=bo\n'
        + BEFORE
        + tried("fail over a shard", "same")
    )
    assert points(rule, text) == 1
    assert "before the quick options were spent" in judge(rule, text)[0].summary


def test_going_on_hoping_earns_nothing(points):
    assert points(rule, SPENT + "1:30:00 noted") == 0


def test_preparing_something_quick_is_not_it(points):
    assert points(rule, SPENT + '0:20:00 change-prepared change="roll back app"\n1:30:00 noted') == 0


def test_before_the_time_is_up_nothing_is_owed(points):
    assert points(rule, SPENT + "0:30:00 noted") is None


def test_once_customers_are_served_nothing_is_owed(points):
    recovered = "0:20:00 impact-changed failing=0 arriving=9000 total=180000 seen=truth\n"
    assert points(rule, SPENT + recovered + "1:30:00 noted") is None


def test_with_something_quick_left_to_try_the_phase_goes_on(points):
    text = START + tried("stop the migration", "same") + "1:30:00 noted"
    assert points(rule, text) is None


def test_without_a_failed_try_there_is_no_such_phase(points):
    assert points(rule, START + "1:30:00 noted") is None
    assert points(rule, START + tried("fail over a shard", "recovered") + "1:30:00 noted") is None


def test_nothing_slow_is_owed_when_only_time_is_likely_to_end_it(judge, write_stall):
    over = SPENT + "1:30:00 noted text=on"
    assert judge(rule, over)
    assert judge(rule, over, scenario=passing(write_stall, *write_stall.causes)) == ()


def test_a_preparation_that_was_called_off_before_it_was_ready_is_none(points):
    work = 'task=t1 what=prepare subject="ship a hotfix" owner=bo'
    begun = SPENT + f"0:20:00 task-given {work}\n"
    taken = f"0:21:00 withdrawn {work} by=commander\n1:30:00 noted"
    assert points(rule, begun + taken) == 0
    assert points(rule, begun + '0:20:30 change-prepared change="ship a hotfix" owner=bo\n' + taken) == 1
