"""What a shipped drill owes: on any seed its model answer passes, and neither temptation nor silence does."""

from textwrap import wrap

import pytest

from simulator.domain.drill import taken_over
from simulator.domain.entry import each, first, visible
from simulator.domain.fact import Commanded, Ended, Joined, Misread, Refused
from simulator.domain.seats import COMMANDER
from simulator.exercise import replay
from simulator.exercise.prologue import DECIDED, TIME_IS_UP
from simulator.library import Library
from simulator.scoring.case import Case
from tests.debriefs import report
from tests.drills import drill, judged, said

NAMES = [each_one.scenario.id for each_one in Library.open(()).drills()]
SEEDS = range(1, 11)
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
def test_the_model_answer_is_blamed_for_nothing(name, seed):
    exercise = said(drill(name), seed, *of(name)[1].model.say)
    case = Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries))
    told = report(case)
    assert told.drill
    assert [mark.summary for one in told.drill.judged for mark in one.marks if mark.verdict != "earned"] == []
    assert [one.name for one in told.patterns.seen] == []


FIXED = 'post status page identified affecting search eta 30m saying "Fixed in half an hour."'
VAGUE = 'post status page investigating saying "Some users may see degraded performance."'
NO_NEXT = 'post status page investigating affecting search saying "We are still investigating."'


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first-status-post", ['post status page identified eta 30m saying "A release broke it."']),
        ("nothing-new", [FIXED]),
        ("still-draining", ["brief support resolved", "post status page monitoring next in 30m"]),
        ("half-rolled-back", ["brief support resolved", *of("half-rolled-back")[1].model.say]),
        ("verify-what", ["verify fail over a shard on message delivery for 2m by raj"]),
        ("everyone-debugs", ["order fail over main database by ana"]),
        ("declare-now", ["wait 5m", "declare P1"]),
    ],
)  # fmt: skip
def test_what_a_drill_says_is_wrong_does_not_pass(name, words):
    for seed in SEEDS:
        assert judged(said(drill(name), seed, *words)).grade == "not yet", seed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("first-status-post", [VAGUE]),
        ("nothing-new", [NO_NEXT]),
        ("wrap-up", [*of("wrap-up")[1].model.say[1:]]),
    ],
)  # fmt: skip
def test_what_leaves_something_out_earns_no_distinction(name, words):
    for seed in SEEDS:
        assert judged(said(drill(name), seed, *words)).grade in ("pass", "not yet"), seed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("everyone-debugs", ["order roll back app by bo because the release is the only change"]),
        ("everyone-debugs", ["ask bo what changed", "wait 2m"]),
        ("left-behind", ['follow-up "turn the scheduled jobs back on" for sean due tomorrow']),
        ("left-behind", ["Sean, start the scheduled jobs again"]),
        ("first-status-post", ['post status page investigating affecting everything next in 20m']),
    ],
)  # fmt: skip
def test_other_words_are_as_good(name, words):
    for seed in SEEDS:
        assert judged(said(drill(name), seed, *words)).grade == "distinction", seed


@pytest.mark.parametrize("seed", SEEDS)
def test_command_is_passed_to_somebody_who_has_just_come(seed):
    exercise = drill("hand-over").exercise(seed)
    (come,) = (entry for entry, fact in each(exercise.entries, Joined) if fact.person == "grace")
    assert exercise.now - 30 * 60 < come.at < exercise.now


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_the_tempting_answer_does_not_pass(name, seed):
    assert judged(said(drill(name), seed, *of(name)[1].tempting.say)).grade == "not yet"


@pytest.mark.parametrize(("name", "seed"), PLAYS)
def test_saying_nothing_does_not_pass(name, seed):
    exercise = said(drill(name), seed)
    assert judged(exercise).grade == "not yet"
    assert exercise.entries[-1].fact == Ended(TIME_IS_UP)


@pytest.mark.parametrize("name", NAMES)
def test_words_beside_the_matter_are_as_good_as_none(name):
    exercise = said(drill(name), 1, "note they are many", "note it is late", "note all is noted")
    assert judged(exercise).grade == "not yet"


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
