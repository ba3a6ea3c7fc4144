"""Drills: what went before is played, the trainee takes over, and it ends by itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.drill import Ending, Point, taken_over
from simulator.domain.entry import each, first
from simulator.domain.fact import (
    Commanded,
    CommandLeft,
    Declared,
    Ended,
    Joined,
    Posted,
    SeverityChanged,
    TakenOver,
    Verified,
)
from simulator.domain.notation import read_timeline
from simulator.domain.seats import COMMANDER
from simulator.exercise import Departure, read_recording, replay, take_turn, what_if
from simulator.exercise.prologue import DECIDED, TIME_IS_UP
from tests.drills import drill, said

WORDS = ["board", "wait", "wait 40s", "page orla", "nonsense", "post status page investigating", "end"]
POST = "post status page investigating affecting search next in 20m"


def test_the_people_of_the_scenario_are_on_the_call_at_once():
    exercise = drill("first-status-post").exercise(1)
    assert [(e.at, fact.person) for e, fact in each(exercise.entries, Joined)][:2] == [(0, "bo"), (0, "raj")]


def test_what_went_before_is_on_the_timeline_and_not_in_the_recording():
    exercise = drill("first-status-post").exercise(1)
    assert exercise.now == 480
    assert exercise.board().severity == "P1"
    assert next(fact.text for _, fact in each(exercise.entries, Commanded)) == "declare P1"
    assert exercise.recording.commands == ()


def test_the_take_over_is_a_line_of_its_own_and_the_last_one():
    exercise = drill("first-status-post").exercise(1)
    begun = taken_over(exercise.entries)
    assert begun == exercise.entries[-1]
    assert begun.fact == TakenOver("Customers have heard nothing. Write the first status post.")


def test_it_is_taken_over_some_time_after_what_it_waits_for():
    exercise = drill("left-behind").exercise(4)
    seen = first(exercise.entries, Verified)
    assert seen
    assert exercise.now == seen.at + 20


def test_it_ends_with_the_second_that_decides_it():
    exercise = said(drill("first-status-post"), 1, POST, "wait 3m")
    posted = first(exercise.entries, Posted)
    assert posted
    assert exercise.entries[-1].fact == Ended(DECIDED)
    assert exercise.entries[-1].at <= posted.at + 1


def test_it_ends_when_its_time_is_up_and_nobody_has_left():
    exercise = said(drill("first-status-post"), 1)
    assert exercise.now == 480 + 240
    assert exercise.entries[-1].fact == Ended(TIME_IS_UP)
    assert first(exercise.entries, CommandLeft) is None


def test_leaving_lets_it_run_to_its_end():
    exercise = said(drill("first-status-post"), 1, "end")
    assert (exercise.now, exercise.entries[-1].fact) == (720, Ended(TIME_IS_UP))
    assert first(exercise.entries, CommandLeft) is None


def test_looking_around_and_waiting_are_no_decisions():
    exercise = said(drill("declare-now"), 1, "board", "signals", "people", "wait 10s", "board")
    assert exercise.entries[-1].fact == Ended(TIME_IS_UP)


def test_so_many_decisions_end_it():
    exercise = said(drill("declare-now"), 1, "page raj", "board", "page orla", "ask mei what changed")
    assert exercise.entries[-1].fact == Ended(DECIDED)


def test_a_watch_that_ended_too_early_ends_nothing():
    early = read_timeline(
        '0:02:00 verified id=c1 change="clear cache" signal="cache hits" window=1m result=same early=yes'
    )
    assert not Ending("verified").holds(early)


def test_what_changed_is_answered_by_a_look_and_nothing_else_is():
    looked = '0:02:00 clue-found person=bo place="{}" clue=1 says="A release."'
    assert Ending("answered").holds(read_timeline(looked.format("what changed?")))
    assert not Ending("answered").holds(read_timeline(looked.format("app")))


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=4),
    st.integers(1, 3), st.sampled_from([0, 1, 13]),
)  # fmt: skip
def test_the_same_words_give_the_same_entries_however_time_goes(words, seed, tick):
    outage = drill("nothing-new")
    exercise = outage.exercise(seed)
    for text in words:
        if not exercise.over:
            take_turn(exercise, COMMANDER, text)
    again = read_recording(exercise.recording.text())
    assert again.damage == ()
    assert again.recording
    assert replay(again.recording, outage.scenario, outage.doctrine, tick=tick).difference is None


def test_another_answer_can_be_tried_in_the_same_world():
    outage = drill("declare-now")
    parent = said(outage, 2, "page raj")
    child = what_if(parent.recording, outage.scenario, outage.doctrine, Departure(300, ("declare P1",)))
    assert first(child.entries, Declared) is not None
    assert child.entries[: len(outage.exercise(2).entries)] == outage.exercise(2).entries


TIMELINE = read_timeline("""
0:01:00 change-done id=c1 change="clear cache" owner=ana
0:02:00 verified id=c1 change="clear cache" signal="cache hits" window=1m result=same
0:03:00 posted audience="status page" state=investigating
0:04:00 severity-changed before=P1 severity=P0
""")


@pytest.mark.parametrize(
    ("point", "at"),
    [
        (Point(90), 90), (Point(30, "clear cache"), 90), (Point(30, "clear cache", verified=True), 150),
        (Point(30, "roll back app"), None), (Point(0, "roll back app", verified=True), None),
    ],
)  # fmt: skip
def test_a_point_of_time_is_reached(point, at):
    assert point.reached(TIMELINE) == at


@pytest.mark.parametrize(
    ("ending", "holds"),
    [
        (Ending("posted"), True), (Ending("posted", "status page"), True), (Ending("posted", "sales"), False),
        (Ending("verified", "clear cache"), True), (Ending("verified", "roll back app"), False),
        (Ending("severity changed"), True), (Ending("declared"), False), (Ending(decisions=1), False),
        (Ending("answered"), False),
    ],
)  # fmt: skip
def test_an_end_holds(ending, holds):
    assert first(TIMELINE, SeverityChanged)
    assert ending.holds(TIMELINE) is holds
