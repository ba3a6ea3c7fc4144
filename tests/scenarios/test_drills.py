"""What a shipped drill owes: on any seed its model answer passes, and neither temptation nor silence does."""

from textwrap import wrap

import pytest

from simulator.domain.drill import taken_over
from simulator.domain.entry import each, first, visible
from simulator.domain.fact import Commanded, Ended, Misread, Refused
from simulator.domain.seats import COMMANDER
from simulator.exercise import replay
from simulator.exercise.prologue import DECIDED, TIME_IS_UP
from simulator.library import Library
from tests.drills import drill, judged, said

NAMES = [each_one.scenario.id for each_one in Library.open(()).drills()]
SEEDS = range(1, 6)
PLAYS = [(name, seed) for name in NAMES for seed in SEEDS]
PASSED = ("pass", "distinction")
UNWISE = {"verify-what", "half-rolled-back"}
"""What is watched for longer than three minutes takes longer than that."""


def of(name):
    scenario = drill(name).scenario
    assert scenario.drill
    return scenario, scenario.drill


def test_there_are_enough():
    assert len(NAMES) >= 9


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_the_model_answer_passes_every_rule_that_is_judged(name, seed):
    _, it = of(name)
    exercise = said(drill(name), seed, *it.model.say)
    card = judged(exercise)
    assert card.grade in PASSED, [mark.summary for mark in card.marks]
    assert all(rule.points >= 70 for axis in card.axes for rule in axis.rules)


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_the_tempting_answer_does_not_pass(name, seed):
    assert judged(said(drill(name), seed, *of(name)[1].tempting.say)).grade == "not yet"


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_saying_nothing_does_not_pass(name, seed):
    exercise = said(drill(name), seed)
    assert judged(exercise).grade == "not yet"
    assert exercise.entries[-1].fact == Ended(TIME_IS_UP)


@pytest.mark.parametrize("name", NAMES)
def test_leaving_at_once_is_saying_nothing(name):
    assert judged(said(drill(name), 1, "end")).grade == "not yet"


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_what_went_before_is_understood_and_possible(name, seed):
    entries = drill(name).exercise(seed).entries
    assert first(entries, Misread, Refused) is None
    spoken = [fact.text for _, fact in each(entries, Commanded)]
    assert spoken == [step.say for step in of(name)[1].so_far]


@pytest.mark.parametrize("name", NAMES)
def test_the_answers_are_understood_and_possible(name):
    _, it = of(name)
    for answer in (it.model, it.tempting):
        exercise = said(drill(name), 1, *answer.say)
        assert first(exercise.entries, Misread, Refused) is None


@pytest.mark.parametrize("name", NAMES)
def test_the_model_answer_is_given_in_time_and_ends_it(name):
    _, it = of(name)
    exercise = said(drill(name), 1, *it.model.say)
    begun = taken_over(exercise.entries)
    assert begun
    assert exercise.now - begun.at <= (360 if name in UNWISE else 180)
    assert exercise.entries[-1].fact in (Ended(DECIDED), Ended("ended by the commander"))


@pytest.mark.parametrize("name", NAMES)
def test_it_replays_exactly(name):
    outage = drill(name)
    recording = said(outage, 3, *of(name)[1].model.say).recording
    assert [line.text for line in recording.commands] == list(of(name)[1].model.say)[
        : len(recording.commands)
    ]
    for tick in (0, 7):
        assert replay(recording, outage.scenario, outage.doctrine, tick=tick).difference is None


@pytest.mark.parametrize("name", NAMES)
def test_neither_answer_is_told_before(name):
    scenario, it = of(name)
    seen = [str(entry.fact) for entry in visible(drill(name).exercise(1).entries, COMMANDER)]
    told = " ".join([scenario.title, it.task, *seen])
    assert not any(words in told for words in it.model.say if " " in words)
    assert it.model.because[:40] not in told


@pytest.mark.parametrize("name", NAMES)
def test_it_is_small_and_says_where_it_comes_from(name):
    scenario, _ = of(name)
    assert scenario.difficulty <= 2
    assert scenario.inspired_by.source
    assert scenario.facilitator
    assert len(wrap(scenario.briefing, 80)) <= 6
    assert scenario.length <= 360
