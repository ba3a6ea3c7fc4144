"""People at their keyboards talk to each other: on record, heard by all, and of no weight."""

import pytest

from simulator.domain.entry import ROOM
from simulator.domain.fact import Misread, Noted, Refused, RoleAssigned, Spoke
from simulator.domain.messages import MESSAGES
from simulator.domain.prose import Names, say, speaker, tone
from simulator.exercise import Exercise, take_turn
from simulator.exercise.reading import read_recording
from simulator.exercise.replay import replay
from tests.plays import shipped

TALKING = ("commander", "deputy", "scribe", "business-lead", "technical-lead", "responder", "facilitator")


def spoke(exercise):
    return [
        (entry.at, entry.fact.seat, entry.fact.text)
        for entry in exercise.entries
        if isinstance(entry.fact, Spoke)
    ]


@pytest.mark.parametrize("seat", TALKING)
def test_whoever_takes_part_may_talk_before_anything_is_declared(exercise, seat):
    receipt = exercise.submit(seat, "say hi all, Ben here")
    assert receipt.status == "done"
    assert spoke(exercise) == [(0, seat, "hi all, Ben here")]
    assert exercise.entries[-1].seen == ROOM
    assert exercise.free_at(seat) == receipt.until == 0


def test_who_only_watches_does_not(exercise):
    receipt = exercise.submit("observer", "say look at the shards")
    assert receipt.status == "refused"
    assert spoke(exercise) == []


@pytest.mark.parametrize("text", ["say on it", "chat on it", "talk on it", "Say: on it", 'say "on it"'])
def test_the_words_are_kept_as_they_were_typed(exercise, text):
    exercise.submit("commander", text)
    assert spoke(exercise) == [(0, "commander", "on it")]


def test_talk_waits_for_no_busy_seat_and_keeps_none_busy(exercise):
    exercise.submit("commander", "declare P1")
    busy = exercise.free_at("commander")
    assert exercise.submit("commander", "note later").status == "waiting"
    exercise.tick(5)
    assert exercise.submit("commander", "say Cem, page datastores please").status == "done"
    assert spoke(exercise) == [(5, "commander", "Cem, page datastores please")]
    exercise.tick(busy + 30)
    assert [entry.at for entry in exercise.entries if isinstance(entry.fact, Noted)] == [busy]


def test_it_passes_no_time_in_turns_even_while_a_seat_is_busy(exercise):
    take_turn(exercise, "commander", "say hello")
    assert exercise.now == 0
    exercise.submit("technical-lead", "page datastores")
    take_turn(exercise, "technical-lead", "say paged them")
    assert exercise.now == 0


def test_talk_makes_nobody_the_holder_of_a_role_and_is_no_note(exercise):
    exercise.submit("scribe", "say I write it all down")
    assert not [entry for entry in exercise.entries if isinstance(entry.fact, RoleAssigned | Noted)]
    assert Spoke not in MESSAGES


def test_the_relieved_may_talk_too():
    scenario, doctrine = shipped()
    exercise = Exercise(scenario, doctrine, 1)
    assert exercise.submit("relieved", "say good luck").status == "done"


def test_it_is_told_as_somebody_s_words(exercise):
    exercise.submit("commander", "say who writes to customers?")
    exercise.submit("technical-lead", "say Ben does")
    names = Names.of(exercise.scenario.organisation)
    first, second = [entry for entry in exercise.entries if isinstance(entry.fact, Spoke)]
    assert (say(first, names), say(second, names)) == (
        "You: who writes to customers?", "The technical lead: Ben does",
    )  # fmt: skip
    assert (speaker(second), tone(second)) == ("technical-lead", "people")


BUSY = "page datastores"


@pytest.mark.parametrize(
    ("seat", "text", "status"),
    [
        ("technical-lead", "declare P1", "refused"),
        ("technical-lead", "brief support investigating", "refused"),
        ("commander", "fire 1", "unreadable"),
        ("commander", "raj and mei both see it now", "unreadable"),
        ("commander", "page product", "waiting"),
        ("commander", "rev", "ambiguous"),
        ("commander", "help", "help"),
    ],
)
def test_what_will_never_be_done_is_answered_when_it_is_said(exercise, seat, text, status):
    """And not once the seat is free again, with the moment gone for which it was meant."""
    exercise.submit("commander", "declare P1")
    exercise.submit(seat, BUSY)
    exercise.tick(3)
    assert exercise.free_at(seat) > 3
    assert exercise.submit(seat, text).status == status
    kinds = {"refused": Refused, "unreadable": Misread, "ambiguous": Misread}
    told = [entry.at for entry in exercise.entries if isinstance(entry.fact, kinds.get(status, ()))]
    assert told == ([3] if status in kinds else [])


def talk_while_busy():
    scenario, doctrine = shipped()
    exercise = Exercise(scenario, doctrine, 1)
    exercise.submit("commander", "declare P1")
    exercise.submit("commander", "page datastores")
    for second in (3, 9, 30):
        exercise.tick(second)
        exercise.submit("commander", "say still here")
        exercise.submit("commander", "hm, is that so")
        exercise.submit("technical-lead", "ask impact")
        exercise.submit("technical-lead", "severity P0")
    exercise.tick(120)
    return exercise


@pytest.mark.parametrize("tick", [0, 1, 7])
def test_a_recording_of_talk_is_replayed_word_for_word(tick):
    exercise = talk_while_busy()
    scenario, doctrine = shipped()
    recording = read_recording(exercise.recording.text()).recording
    assert recording
    again = replay(recording, scenario, doctrine, tick=tick)
    assert again.difference is None
    assert again.exercise.recording.text() == exercise.recording.text()
