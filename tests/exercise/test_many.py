"""Playing many exercises in one process: quicker, and otherwise the same."""

import gc
import weakref

import pytest

from simulator.bench import exercises as measure
from simulator.domain.duration import HOUR
from simulator.exercise import Exercise, expect_many
from simulator.exercise.many import BETWEEN_COLLECTIONS
from simulator.exercise.players import ByTheBook, play
from simulator.library.trying.attempt import Tried
from simulator.library.trying.crew import Crew
from tests.plays import shipped


@pytest.fixture
def as_before():
    """Python's own set-up of the collector, given back afterwards."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)  # what plays before this one may have changed
    yield gc.get_threshold()
    gc.unfreeze()
    gc.set_threshold(*before)


def entries():
    scenario, doctrine = shipped()
    return play(Exercise(scenario, doctrine, 3), ByTheBook()).entries


def test_what_is_loaded_is_left_out_and_garbage_is_looked_for_seldom(as_before):
    expect_many()
    assert gc.isenabled()
    assert gc.get_threshold()[0] == BETWEEN_COLLECTIONS > as_before[0]
    assert gc.get_freeze_count() > 10_000


def test_an_exercise_is_the_same_and_is_cleared_away_in_the_end(as_before):
    first = entries()
    expect_many()
    gc.collect()
    left = len(gc.get_objects())
    assert entries() == first
    gc.collect()
    assert len(gc.get_objects()) <= left + 1000


def test_the_processes_of_a_sweep_expect_many(as_before):
    with Crew[Tried](2, lambda plays: None) as crew:
        assert crew._pool is not None
        assert crew._pool.submit(gc.get_threshold).result()[0] == BETWEEN_COLLECTIONS
    assert gc.get_threshold() == as_before


def test_the_measure_says_how_it_was_taken(as_before, monkeypatch):
    monkeypatch.setattr(measure, "ROUNDS", 1)
    monkeypatch.setattr(measure, "BEFORE", 2)
    speed, ratio, fresh, beside = measure.exercises(*shipped())
    assert gc.get_threshold()[0] == BETWEEN_COLLECTIONS
    assert speed.how.startswith("processor time of one core, 60 min, 35 commands, 12 seeds of write-stall, ")
    assert speed.how.endswith(", garbage collected seldom, median of 1")
    assert ratio.how.endswith("a queue of our own), paired runs, both garbage collected seldom, best of 1")
    assert (
        fresh.how
        == beside.how
        == ("each seed for the first time, after 2 others, as in a sweep; 1 times 12 seeds, median")
    )
    assert min(speed.value, ratio.value, fresh.value, beside.value) > 0


def test_an_exercise_that_nobody_holds_is_gone_at_once_and_its_timeline_stays():
    exercise = Exercise(*shipped(), 3)
    exercise.tick(HOUR)
    told, length = exercise.entries, len(exercise.entries)
    plant = weakref.ref(exercise._world._parts.plant)
    gc.disable()
    try:
        del exercise
        assert plant() is None
    finally:
        gc.enable()
    assert len(told) == length > 10
