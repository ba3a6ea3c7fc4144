"""The facilitator's own voice: heard by everybody, at any time, and no part of the exercise."""

import pytest

from simulator.room.asides import asides_to
from simulator.room.door import SCREEN
from simulator.room.keys import Pass
from simulator.room.seats import PLACES, SEATS
from simulator.room.sqlite import SqliteStore
from simulator.room.toall import announce, told_to_all
from tests.room.people import facilitates, joined


def told(server, place):
    with server.websocket_connect(f"{place}/ws") as socket:
        for _ in range(9):
            heard = socket.receive_json()
            if "announced" in heard:
                return [each["text"] for each in heard["announced"]]
    return None


def tell(server, desk, text, **more):
    return server.post(f"{desk}/tell", json={"text": text, **more})


@pytest.mark.parametrize("seat", [*SEATS, "shadow-commander", "beside-deputy", SCREEN])
def test_every_seat_hears_it(server, room, seat):
    before = room.exercise.recording.text()
    assert tell(server, facilitates(server, room), "Welcome. You have forty minutes.").status_code == 200
    if seat in PLACES:
        place = joined(server, room, seat)
    else:
        place = f"/r/{room.id}/{seat}"
        server.cookies.set(f"icsim-{seat}", server.keys.sign(Pass(room.id, seat, seat)))
    assert told(server, place) == ["Welcome. You have forty minutes."]
    assert room.exercise.recording.text() == before


def test_nobody_else_speaks_in_the_facilitators_name(server, room):
    for seat in SEATS:
        place = joined(server, room, seat, f"Name of {seat}")
        assert tell(server, place, "Stop, all of you.").status_code == 403
    assert not room.announced


def test_it_is_heard_before_the_start_in_a_pause_and_after_the_end(server, over):
    desk = facilitates(server, over)
    server.portal.call(announce, over, "facilitator", "In the pause.")
    over.announced[0].body["over"] = False
    assert tell(server, desk, "Look at this with me.", place="guide/30#step-3").status_code == 200
    place = joined(server, over, "observer", "Eli")
    assert told(server, place) == ["In the pause.", "Look at this with me."]
    latest = server.get(f"{place}/talk").json()["messages"][-1]
    assert (latest["text"], latest["place"]) == ("Look at this with me.", "guide/30#step-3")


@pytest.mark.parametrize("place", ["https://example.org", "//x", 'guide/30#step-3" onclick', "guide/300/1"])
def test_it_leads_to_a_page_of_afterwards_or_nowhere(server, over, place):
    answer = tell(server, facilitates(server, over), "Here.", place=place)
    assert answer.status_code == 400
    assert not over.announced


def test_it_leads_nowhere_while_the_exercise_goes_on(server, room):
    desk = facilitates(server, room)
    assert tell(server, desk, "Here.", place="guide/5").status_code == 400
    assert tell(server, desk, "").status_code == 400


def test_a_restart_brings_it_back(kept, opened, restored):
    def said(room):
        announce(room, "f", "One.")
        announce(room, "f", "Two.")
        return told_to_all(room, "observer")

    store = SqliteStore(kept)
    before = opened(store, said)
    store.close()
    again = SqliteStore(kept)
    assert restored(again, lambda room: told_to_all(room, "observer")) == before
    assert [each["n"] for each in before] == [1, 2]
    again.close()


def typed(server, desk, text, key="one"):
    return server.post(f"{desk}/say", json={"text": text, "key": key})


def test_to_type_it_and_to_fill_in_the_form_is_one_thing(server, room):
    desk = facilitates(server, room)
    before = room.exercise.recording.text()
    for _ in range(2):  # a browser that was not answered sends it again
        assert typed(server, desk, "say welcome, you begin in a minute").json()["status"] == "done"
    tell(server, desk, "Hear me.")
    assert [each["text"] for each in told_to_all(room, "facilitator")] == [
        "welcome, you begin in a minute",
        "Hear me.",
    ]
    assert room.exercise.recording.text() == before
    assert typed(server, desk, f"say {'x' * 601}", "two").status_code == 400


def test_what_others_say_is_talk_as_ever(server, room):
    place = joined(server, room, "commander", "Ann")
    assert typed(server, place, "say welcome, all").json()["status"] == "done"
    assert not room.announced
    assert "welcome, all" in room.exercise.recording.text()


def test_it_stands_between_the_lines_of_its_second_also_after_a_restart(kept, opened, restored):
    def order(room):
        (word,) = told_to_all(room, "observer")
        (aside,) = asides_to(room, "scribe", "")
        lines = [line["text"] for line in room.lines("observer")]
        return [word["nth"], aside["nth"]], lines[: word["after"]], lines[word["after"] :]

    def paused(room):
        room.sit("a", "Aoife", "commander")
        room.sit("s", "Sid", "shadow-scribe")
        room.say("a", "commander", "declare P1")
        announce(room, "f", "What do you look at?")
        room.aside("s", "scribe", "Psst.")
        room.say("a", "commander", "say the errors of app")
        return order(room)

    store = SqliteStore(kept)
    before = opened(store, paused)
    store.close()
    again = SqliteStore(kept)
    assert restored(again, order) == before
    again.close()
    numbers, heard, answered = before
    assert numbers == [1, 2]
    assert "the errors of app" not in "".join(heard)
    assert [text for text in answered if "the errors of app" in text]
