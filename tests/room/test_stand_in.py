"""A program in the commander's seat: while nobody leads from there, as long as the facilitator likes."""

import pytest

from simulator.room.sqlite import SqliteStore
from simulator.room.stand_in import think
from tests.room.people import facilitates


@pytest.fixture
def away(monkeypatch):
    """Whose browser does not listen is away at once."""
    monkeypatch.setattr("simulator.room.presence.AWAY", 0.0)


def passes(room, to):
    for second in range(room.now, to, 5):
        room.clock.jump(second)
        room.tick()
        think(room)
    return [line.text for line in room.exercise.recording.commands if line.seat == "commander"]


def stands(room):
    told = room.standing()
    return told["stand_in"], told["program"]


def test_a_program_leads_while_the_commander_is_away_and_is_silent_when_they_are_back(store, opened, away):
    def played(room):
        room.sit("a1", "Aoife", "commander")
        room.presence.sockets["a1"] += 1
        room.let_play("", "by-the-book")
        here = stands(room), passes(room, 120)
        room.presence.sockets["a1"] -= 1
        room._raise()
        gone, said = stands(room), passes(room, 400)
        room.presence.sockets["a1"] += 1
        room._raise()
        return here, gone, said, stands(room), passes(room, 900), room.people["a1"].seat

    here, gone, said, back, later, seat = opened(store, played)
    assert here == ((True, False), [])
    assert gone == (True, True)
    assert said[0].startswith("declare")
    assert back == (True, False)
    assert later == said
    assert seat == "commander"


def test_what_it_says_is_told_as_a_programs(store, opened, away):
    def played(room):
        room.sit("a1", "Aoife", "commander")
        room.let_play("", "by-the-book")
        passes(room, 60)
        return room.board("observer")["leads"], {line.get("by") for line in room.lines("observer")}

    leads, by = opened(store, played)
    assert leads == "a program"
    assert "Aoife" not in by


def test_the_seat_is_given_back_before_and_after_a_program_has_led(server, room):
    desk = facilitates(server, room)

    def act(deed):
        assert server.post(f"{desk}/act", json={"act": deed}).status_code == 200
        return stands(room)

    server.portal.call(room.sit, "a1", "Aoife", "commander")
    assert act("program") == (True, False)
    assert act("no-program") == (False, False)
    server.portal.call(room.leave, "a1")
    assert act("program") == (True, True)
    assert server.portal.call(passes, room, 120)
    said = len(room.exercise.recording.commands)
    assert act("no-program") == (False, False)
    assert len(server.portal.call(passes, room, 600)) == said


def test_a_restart_knows_that_the_seat_was_given_back(kept, opened, restored):
    store = SqliteStore(kept)
    opened(store, lambda room: (room.let_play("", "by-the-book"), room.let_play("", "")))
    store.close()
    again = SqliteStore(kept)
    assert restored(again, stands) == (False, False)
    again.close()
