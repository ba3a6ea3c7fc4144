"""What the facilitator does with the clock is told to everybody: nobody wonders why time jumped."""

from simulator.room.asides import turns_to
from simulator.room.event import Event
from simulator.room.sqlite import SqliteStore
from simulator.room.toall import announce, told_to_all
from simulator.room.turns import Turns
from tests.room.people import facilitates, joined


def told(room):
    return [(turn["at"], turn["text"]) for turn in room.turns.told]


def test_a_change_of_speed_a_pause_and_a_skip_are_told(store, opened):
    def played(room):
        room.go("facilitator")
        room.run_at("facilitator", 2)
        room.pause("facilitator")
        at = room.now
        room.skip("facilitator", 48)
        room.go("facilitator")
        return at, told(room)

    at, turns = opened(store, played)
    assert [text for _, text in turns] == [
        "The facilitator started the clock.",
        "Time runs at 2x from now on.",
        "The facilitator paused. All clocks stand still.",
        f"The facilitator skipped from 0:00:0{at} to 0:00:{48 + at}.",
        "Time runs on.",
    ]
    assert [second for second, _ in turns] == sorted(second for second, _ in turns)


def test_a_speed_that_is_set_before_the_clock_runs_is_told_as_one_to_come(store, opened):
    def played(room):
        room.run_at("facilitator", 2)
        room.go("facilitator")
        return told(room)

    assert opened(store, played) == [(0, "Time will run at 2x."), (0, "The facilitator started the clock.")]


def test_turns_stand_between_what_was_said_before_them_and_after(kept, opened, restored):
    def order(room):
        marked = [(each["after"], each["nth"], each["text"][:20]) for each in turns_to(room, "observer")]
        words = [(each["after"], each["nth"], each["text"]) for each in told_to_all(room, "observer")]
        lines = [(n, 0, line["text"]) for n, line in enumerate(room.lines("observer"), 1)]
        return [text for *_, text in sorted([*marked, *words, *lines])]

    def played(room):
        room.sit("a", "Aoife", "commander")
        room.go("f")
        room.say("a", "commander", "say before")
        room.pause("f")
        announce(room, "f", "In the pause.")
        room.say("a", "commander", "say after")
        room.skip("f", 300)
        announce(room, "f", "Later.")
        return order(room)

    store = SqliteStore(kept)
    before = opened(store, played)
    marks = ("The facilitator star", "before", "The facilitator paus", "In the pause.", "after", "Later.")
    found = [next(n for n, text in enumerate(before) if mark in text) for mark in marks]
    assert found == sorted(found)
    assert before[-2:] == ["The facilitator skip", "Later."]
    assert restored(store, order) == before
    store.close()


def test_a_skip_to_what_is_next_is_told_too(store, opened):
    def played(room):
        room.say("f", "facilitator", "skip")
        return room.now, told(room)

    now, turns = opened(store, played)
    assert now > 0
    assert [at for at, _ in turns] == [now]
    assert turns[0][1].startswith("The facilitator skipped from 0:00:00 to 0:0")


def test_setting_the_same_speed_again_is_nothing_to_tell(store, opened):
    def played(room):
        room.run_at("f", 1)
        room.pause("f")
        return told(room)

    assert opened(store, played) == []


def skip(number, since, to):
    body = {"speed": 1.0, "stopped": True, "stood": str(to), "from": since, "to": to, "after": 0}
    return Event(number, since, "clock", "f", body)


def test_skips_in_a_row_are_one_and_later_ones_are_not():
    turns = Turns()
    for each in (skip(1, 0, 10), skip(2, 12, 60), skip(3, 200, 260)):
        turns.take(each)
    assert [(turn.at, turn.text) for turn in turns.so_far] == [
        (60, "The facilitator skipped from 0:00:00 to 0:01:00."),
        (260, "The facilitator skipped from 0:03:20 to 0:04:20."),
    ]


def test_they_are_there_after_a_restart(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.run_at("f", 5)
        room.skip("f", 30)
        return told(room)

    before = opened(store, played)
    assert len(before) == 2
    assert restored(store, told) == before
    store.close()


def test_they_are_no_lines_of_the_exercise(store, opened):
    def played(room):
        room.skip("f", 30)
        return room.exercise.recording.commands

    assert opened(store, played) == ()


def test_every_seat_hears_of_them_and_the_log_says_who(server, room):
    place, desk = joined(server, room, "observer"), facilitates(server, room)
    server.post(f"{desk}/act", json={"act": "skip", "amount": 60})
    with server.websocket_connect(f"{place}/ws") as socket:
        sent: dict = {}
        while "turns" not in sent:
            sent |= socket.receive_json()
    assert [turn["text"] for turn in sent["turns"]] == ["The facilitator skipped from 0:00:00 to 0:01:00."]
    assert "skipped from 0:00:00 to 0:01:00" in server.get(f"{desk}/log").text


def test_what_was_shown_during_a_skip_is_sent_again(server, room):
    place, desk = joined(server, room, "observer"), facilitates(server, room)
    with server.websocket_connect(f"{place}/ws") as socket:
        while "trace" not in socket.receive_json():
            pass
        server.post(f"{desk}/act", json={"act": "skip", "amount": 300})
        sent: dict = {}
        while "trace" not in sent:
            sent |= socket.receive_json()
    assert {15, 150, 285} <= set(sent["trace"]["at"])
