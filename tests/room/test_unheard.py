"""Talk to somebody simulated is heard by nobody: whoever said it is told so, and what would be heard."""

import pytest

from simulator.room.unheard import unheard
from tests.room.people import joined


@pytest.fixture
def called(room):
    """A room with Mei and Raj on the call, Ann and Cem at keyboards."""
    room.sit("a", "Ann", "commander")
    room.sit("c", "Cem", "technical-lead")
    room.say("a", "commander", "declare P1")
    room.say("a", "commander", "page datastores")
    room.skip("", 900)
    return room


def answer(room, text, seat="technical-lead", sitting=("Ann", "Cem")):
    return unheard(room.exercise, room.say("c", seat, f"say {text}"), sitting)


@pytest.mark.parametrize("text", [
    "Mei, please stay on it: which is behind?", "Mei please look at the queue", "@mei: how is it going",
    "Thanks Ann. Mei, what do you see?", "how far are you, Mei?", "ok Mei can you check the shards",
    "No, Mei, please do not block anybody.", "So she is free: Mei takes my check?", "Welcome Mei.",
    "Please stop at half, Mei.", "Mei: I need your word on it.",
])  # fmt: skip
def test_whoever_speaks_to_somebody_simulated_is_told_that_they_hear_no_talk(called, text):
    told, instead = answer(called, text)
    assert told == "Mei is simulated, and hears no talk: only what is asked with a command."
    assert instead.startswith("ask mei ")


@pytest.mark.parametrize("text", [
    "I have asked Mei to look", "Mei is on the call now", "Cem, please look at it", "good plan, let us wait",
    "Ann: we look at db-shards as soon as Mei is in.", "meine Frage?",
    "Mei: nothing on the shards stands out.", "Cem: Mei does the check, then the edge.", "is Mei free?",
    "Mei will have it in a minute.", "Mei believes it is one shop's endless requests.", "Thanks. Mei too.",
])  # fmt: skip
def test_talk_about_somebody_or_to_people_is_just_talk(called, text):
    assert answer(called, text) == ("", "")


def test_a_name_that_somebody_at_a_keyboard_has_is_theirs(called):
    assert answer(called, "Mei, please look", sitting=("Ann", "Mei")) == ("", "")


@pytest.mark.parametrize(("text", "words"), [
    ("Mei, what changed lately?", "ask mei what changed"), ("Mei, what do you think?", "ask mei theory"),
    ("Mei, how far are you?", "ask mei progress"), ("Mei, hello", "ask mei theory"),
])  # fmt: skip
def test_what_would_be_heard_comes_near_what_was_said(called, text, words):
    assert answer(called, text)[1] == words
    assert called.exercise.submit("technical-lead", words).status in ("done", "waiting")


def test_whoever_waits_whether_to_go_on_is_let_go_on(called):
    called.say("c", "technical-lead", "investigate app by mei within 1m")
    called.skip("", 600)
    assert answer(called, "Mei, please go on")[1] == "investigate app by mei within 5m"


def test_a_seat_that_may_ask_nobody_is_only_told(called):
    told, instead = answer(called, "Mei, what is it?", seat="scribe")
    assert told.startswith("Mei is simulated")
    assert instead == ""


def test_it_is_told_with_the_answer_and_changes_no_recording(server, called):
    place = joined(server, called, "responder", "Dee")
    before = len(called.exercise.recording.commands)
    words = "say Hi all. How far are you, Mei?"
    said = server.post(f"{place}/say", json={"text": words, "key": "1"}).json()
    assert (said["status"], said["instead"]) == ("done", "ask mei progress")
    assert [line.text for line in called.exercise.recording.commands[before:]] == [words]


@pytest.mark.parametrize("seat", ["observer", "scribe"])
def test_nobody_is_told_to_begin_with_a_word_that_a_button_says_for_them(server, room, seat):
    place = joined(server, room, seat, "Eli")
    said = server.post(f"{place}/say", json={"text": "hello to everybody here", "key": "1"}).json()
    assert said["answer"] == "'hello to everybody here' is not a command. Type help to see every command."


def test_an_observer_is_not_sent_to_a_commander_whom_they_cannot_ask(server, room):
    place = joined(server, room, "observer", "Eli")
    for text in ("say hello", "declare P1"):
        said = server.post(f"{place}/say", json={"text": text, "key": text}).json()
        assert said["answer"] == "An observer watches: nobody on the call hears or does what you say here."
