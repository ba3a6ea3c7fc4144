"""The yardstick for speed: SimPy alone, doing what an exercise has it do."""

from functools import partial

import pytest

from simulator.bench.bare import Traffic, bare, traffic_of
from simulator.domain.duration import HOUR
from simulator.exercise import Exercise
from tests.plays import shipped


def an_hour(runs):
    exercise = Exercise(*shipped(), 2)
    for run in range(1, runs + 1):
        exercise.tick(HOUR * run // runs)
    return exercise


def test_what_an_exercise_does_is_counted_by_kind():
    traffic = traffic_of(partial(an_hour, 10))
    assert traffic.runs == 10
    assert traffic.begun > traffic.ended > 0
    assert min(traffic.timeouts, traffic.signals, traffic.vain, traffic.cases) > 0


def test_runs_add_nothing_but_themselves():
    few, many = traffic_of(partial(an_hour, 2)), traffic_of(partial(an_hour, 30))
    assert many.events - few.events == 28
    assert (many.timeouts, many.signals, many.vain) == (few.timeouts, few.signals, few.vain)


@pytest.mark.parametrize(
    "traffic",
    [
        Traffic(begun=1, ended=1, timeouts=0, signals=0, runs=1, vain=0, cases=0),
        Traffic(begun=21, ended=8, timeouts=73, signals=13, runs=35, vain=9, cases=16),
        Traffic(begun=4, ended=0, timeouts=3, signals=7, runs=2, vain=1, cases=0),
    ],
)
def test_simpy_alone_does_as_much_of_each_kind(traffic):
    done = traffic_of(partial(bare, traffic, HOUR))
    cases_are_timeouts = done.timeouts == traffic.timeouts + traffic.cases
    assert (done.begun, done.ended, done.signals) == (traffic.begun, traffic.ended, traffic.signals)
    assert (done.runs, done.vain, cases_are_timeouts) == (traffic.runs, traffic.vain, True)
    assert done.events == traffic.events
