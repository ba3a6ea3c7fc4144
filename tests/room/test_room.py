"""A room on record: what was said comes back after a restart, exactly, and is as at any other door."""

import sqlite3

import pytest

from simulator.exercise import take_turn
from simulator.room.sqlite import SqliteStore

WORDS = (
    (1, "declare P1"),
    (30, "page datastores"),
    (200, "signals"),
    (400, "investigate db-shards by raj within 10m"),
)


def say_all(room):
    for at, text in WORDS:
        room.clock.jump(at)
        room.tick()
        room.say("", "commander", text)
    room.clock.jump(900)
    room.tick()


def test_a_restart_brings_back_every_word_and_every_entry(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        assert room.sit("a1", "Aoife", "commander") == ""
        say_all(room)
        room.run_at("", 10)
        return room.exercise.recording.text(), room.now

    before, at = opened(store, played)
    store.close()
    again = SqliteStore(kept)
    after = restored(
        again, lambda room: (room.exercise.recording.text(), room.now, room.people, room.clock.speed)
    )
    again.close()

    assert after[:2] == (before, at)
    assert after[2]["a1"].name == "Aoife"
    assert after[3] == 10


def test_words_that_wait_for_a_busy_seat_come_back_too(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        for text in ("declare P1", "page datastores", "freeze"):
            room.say("", "commander", text)
        assert len(room.exercise.recording.commands) == 1
        return room.exercise.recording.text()

    before = opened(store, played)

    def later(room):
        assert room.exercise.recording.text() == before
        room.clock.jump(300)
        room.tick()
        return [line.text for line in room.exercise.recording.commands]

    assert restored(store, later) == ["declare P1", "page datastores", "freeze"]
    store.close()


def test_what_was_taken_once_is_not_taken_again(store, opened):
    def played(room):
        first = room.say("a", "commander", "declare P1", "key")
        return (
            first.status,
            room.say("a", "commander", "declare P1", "key"),
            len(room.exercise.recording.commands),
        )

    assert opened(store, played) == ("done", None, 1)


def test_the_same_words_give_the_same_recording_as_at_the_terminal(store, opened, library):
    exercise = library.outage("write-stall").exercise(3)
    turns = [("declare P1", 0), ("page datastores", 0), ("signals", 0)]
    for text, _ in turns:
        take_turn(exercise, "commander", text)
    exercise.tick(600)

    def played(room):
        for line in exercise.recording.commands:
            room.clock.jump(line.at)
            room.tick()
            room.say("", line.seat, line.text)
        room.clock.jump(600)
        room.tick()
        return room.exercise.recording.text()

    assert opened(store, played) == exercise.recording.text()


def test_what_happened_cannot_be_changed(kept, opened):
    store = SqliteStore(kept)
    opened(store, lambda room: room.say("", "commander", "declare P1"))
    base = sqlite3.connect(kept)
    for attack in ("DELETE FROM event", "UPDATE event SET body = '{}'"):
        with pytest.raises(sqlite3.IntegrityError, match="what happened stays"):
            base.execute(attack)
    base.close()
    store.close()


def test_one_seat_holds_one_person_and_observers_sit_together(store, opened):
    def played(room):
        assert room.sit("a", "Aoife", "commander") == ""
        taken = room.sit("b", "Bo", "commander")
        room.leave("a")
        return (
            taken,
            room.sit("b", "Bo", "commander"),
            room.sit("c", "Cy", "observer"),
            room.sit("d", "Di", "observer"),
        )

    taken, *rest = opened(store, played)
    assert taken.startswith("Aoife sits there")
    assert rest == ["", "", ""]
