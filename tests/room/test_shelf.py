"""The page of rooms: each is named by what it is, and can be put away without losing anything."""

import pytest

from simulator.room.keys import Pass
from simulator.room.rooms import Rooms
from simulator.room.shelf import shelf
from simulator.room.sqlite import SqliteStore
from tests.room.people import joined

TITLES = {"write-stall": "Some customers cannot send messages"}


@pytest.fixture
def host(server):
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    return server


def rows(server):
    return shelf(server.rooms, TITLES)


def test_a_room_is_told_by_what_is_played_by_whom_and_since_when(host, room):
    joined(host, room, "commander", "Ann")
    joined(host, room, "observer", "Eli")
    (row,) = rows(host)
    assert (row.code, row.outage, row.seed) == (room.code, TITLES["write-stall"], "3")
    assert (row.state, row.people) == ("not started", ("Ann", "Eli"))
    assert len(row.date) == len("2026-11-29 10:17")
    host.portal.call(room.skip, "", 75)
    assert rows(host)[0].state == "paused at 0:01:15"


def test_one_that_decides_again_says_from_where(host, over, room):
    place = joined(host, over, "commander", "Ann")
    assert host.post(f"{place}/after/retry", json={"at": 60}).status_code == 200
    again, _ = rows(host)
    assert again.name == f"Decides again from 0:01:00 of {room.code}"


def test_a_room_that_is_put_away_is_kept_and_can_be_brought_back(host, room):
    assert host.post("/host/hide", json={"room": room.id, "hidden": True}).status_code == 200
    assert [row.hidden for row in rows(host)] == [True]
    assert "Put away (1)" in host.get("/host").text
    assert host.get(f"/host/enter/{room.id}/facilitator").status_code == 200
    assert host.post("/host/hide", json={"room": room.id, "hidden": False}).status_code == 200
    assert [row.hidden for row in rows(host)] == [False]
    assert "Put away (" not in host.get("/host").text


def test_only_the_facilitator_puts_rooms_away_and_only_those_there_are(server, room):
    assert server.post("/host/hide", json={"room": room.id, "hidden": True}).status_code == 401
    server.cookies.set("icsim-host", server.keys.sign(Pass("", "host", "facilitator")))
    for body in ({"room": "nothing", "hidden": True}, {"room": room.id, "hidden": "yes"}, {"room": room.id}):
        assert server.post("/host/hide", json=body).status_code == 404
    assert [row.hidden for row in rows(server)] == [False]


def test_rooms_are_listed_without_opening_them(kept, opened, library):
    store = SqliteStore(kept)
    opened(store, lambda room: (room.sit("a", "Ann", "commander"), room.skip("", 90)))
    store.close()
    again = SqliteStore(kept)
    rooms = Rooms(again, library)
    rooms.restore()
    (row,) = shelf(rooms, TITLES)
    assert (row.state, row.people) == ("asleep at 0:01:30", ("Ann",))
    assert rooms.awake(row.id) is None
    again.close()


def test_what_is_put_away_comes_back_the_same_after_a_restart(kept, opened, restored):
    store = SqliteStore(kept)

    def played(room):
        room.say("", "commander", "declare P1")
        room.skip("", 60)
        store.append(room.id, room.now, "hidden", "host", {"hidden": True})
        return room.exercise.recording.text()

    before = opened(store, played)
    assert restored(store, lambda room: room.exercise.recording.text()) == before
    store.close()
