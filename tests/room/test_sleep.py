"""Rooms that stand still and that nobody looks at are let go of, and come back as they were."""

import asyncio
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.exercise.pace import Clock
from simulator.room.rooms import Rooms
from simulator.room.store import Unkept
from tests.room.people import joined


def slept(rooms):
    rooms.let_sleep(0)
    return [card.code for card in rooms.cards() if rooms.awake(card.id) is None]


@pytest.fixture
def running(store, library):
    """What `work(rooms)` returns, within a running loop."""

    def run(work):
        async def inside():
            rooms = Rooms(store, library)
            try:
                return work(rooms)
            finally:
                rooms.close()

        return asyncio.run(inside())

    return run


def opened(rooms):
    return rooms.open(rooms.library.outage("write-stall"), 3)


def shown(room):
    return room.now, room.lines("commander"), room.board("commander"), room.standing()


def test_a_room_that_slept_is_as_it_was(running):
    def work(rooms):
        room = opened(rooms)
        room.sit("a", "Aoife", "commander")
        room.say("a", "commander", "declare P1")
        room.run_at("", 10)
        room.skip("", 300)
        told = shown(room)
        assert slept(rooms) == [room.code]
        again = rooms.by_code(room.code)
        assert again is not room
        return told, shown(again)

    before, after = running(work)
    assert after == before


@settings(max_examples=25, deadline=None, database=None, derandomize=True,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
@given(st.lists(st.tuples(st.sampled_from([0.5, 1, 3, 10]), st.integers(1, 10**10)), min_size=1, max_size=5))
def test_a_clock_that_stands_stands_to_the_fraction_where_it_stood_before_it_slept(running, ran):
    def work(rooms):
        room, wall = opened(rooms), [0]
        room.clock = Clock(1, 0, lambda: wall[0])
        room.clock.pause()
        for speed, nanoseconds in ran:
            room.run_at("", speed)
            room.go("")
            wall[0] += nanoseconds
            room.pause("")
        stood = room.clock.exact
        assert slept(rooms)[-1] == room.code
        return stood, rooms.by_code(room.code)

    stood, again = running(work)
    assert stood == sum(Fraction(speed) * span / 10**9 for speed, span in ran)
    assert (again.clock.exact, again.now) == (stood, int(stood))


def test_a_room_whose_log_does_not_say_where_its_clock_stood_begins_at_its_last_second(running, store):
    def work(rooms):
        room = opened(rooms)
        store.append(room.id, 0, "clock", "", {"speed": 2.0, "stopped": True})
        store.reach(room.id, 70)
        room.record.lose()
        rooms.let_sleep(0)
        return rooms.by_code(room.code)

    again = running(work)
    assert (again.clock.exact, again.clock.speed, again.clock.stopped) == (70, 2, True)


def test_skipping_keeps_the_fraction_of_a_second(running):
    def work(rooms):
        room = opened(rooms)
        room.clock.jump(Fraction(7, 2))
        room.skip("", 60)
        return room.clock.exact, room.now

    assert running(work) == (Fraction(127, 2), 63)


def test_a_room_stays_whose_time_runs_or_at_which_somebody_looks(running):
    def work(rooms):
        runs, watched, still = opened(rooms), opened(rooms), opened(rooms)
        runs.go("")
        watched.presence.sockets["a"] += 1
        assert slept(rooms) == [still.code]
        runs.pause("")
        watched.presence.sockets["a"] -= 1
        return len(slept(rooms))

    assert running(work) == 3


def test_a_room_stays_for_a_while_after_somebody_came(running):
    def work(rooms):
        room = opened(rooms)
        rooms.let_sleep()
        return rooms.awake(room.id) is room

    assert running(work)


def test_nobody_goes_on_in_a_room_that_sleeps(running):
    def work(rooms):
        room = opened(rooms)
        slept(rooms)
        with pytest.raises(Unkept):
            room.say("a", "commander", "declare P1")
        return [event.act for event in rooms.get(room.id).record.events()]

    assert running(work) == []


def test_a_seat_and_the_lobby_find_a_room_that_slept(server):
    room = server.portal.call(lambda: opened(server.rooms))
    place = joined(server, room)
    server.get(f"/j/{room.code}")
    assert server.portal.call(slept, server.rooms) == [room.code]
    with (
        server.websocket_connect(f"{place}/ws") as seat,
        server.websocket_connect(f"/j/{room.code}/ws") as lobby,
    ):
        seat.receive_json()
        assert lobby.receive_json()["seating"]["people"][0]["name"] == "Aoife"
        assert server.portal.call(slept, server.rooms) == []
    assert server.post(f"{place}/say", json={"text": "declare P1", "key": "1"}).json()["status"] == "done"


def test_a_lobby_hears_of_a_room_that_is_opened_again(server):
    room = server.portal.call(lambda: opened(server.rooms))
    server.get(f"/j/{room.code}")
    with server.websocket_connect(f"/j/{room.code}/ws") as lobby:
        lobby.receive_json()
        server.portal.call(room.record.lose)
        assert lobby.receive()["code"] == 1012
