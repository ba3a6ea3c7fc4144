"""Whatever fails, whenever: nothing told or acknowledged is lost, doubled or told otherwise later."""

import asyncio
import json
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.library import Library
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore
from simulator.room.store import Unkept
from tests.room.people import every

WORDS = ("declare P1", "page datastores", "signals", "note all is well", "nonsense", "freeze", "ask impact")


class Failing:
    """A store whose n-th call fails: before anything was kept, or after all of it was."""

    def __init__(self, store, at, kept):
        self.store, self.left, self.kept = store, at, kept
        self.calls = []

    def __getattr__(self, name):
        def call(*words):
            self.left -= 1
            self.calls.append(name)
            if self.left == 0:
                if self.kept:
                    getattr(self.store, name)(*words)
                raise Unkept("the disk is full")
            return getattr(self.store, name)(*words)

        return call


class Screen:
    """What somebody was sent, and what was acknowledged to them."""

    def __init__(self):
        self.lines = []
        self.acknowledged = []

    def look(self, room):
        with suppress(Unkept):
            self.lines.extend(map(json.dumps, room.lines("observer")[len(self.lines) :]))

    def say(self, room, number, seat, text):
        try:
            taken = room.say("a", seat, text, f"key {number}")
        except Unkept:
            return False
        self.acknowledged.append((number, text, taken is not None))
        return True


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("say"), st.sampled_from(["commander", "deputy", "scribe"]), st.sampled_from(WORDS)),
        st.tuples(st.just("run"), st.integers(1, 400), st.none()),
        st.tuples(st.just("skip"), st.integers(1, 300), st.none()),
        st.tuples(st.just("speed"), st.sampled_from([0.5, 1, 10, 60]), st.none()),
        st.tuples(st.sampled_from(["pause", "go"]), st.none(), st.none()),
    ),
    min_size=1,
    max_size=12,
)


def carry_out(room, screen, steps, begin=0):
    """Do the steps from one on, looking after each; the number of the one that failed, None when none did."""
    for number, (deed, one, two) in list(enumerate(steps))[begin:]:
        try:
            if deed == "say":
                if not screen.say(room, number, one, two):
                    return number
            elif deed == "run":
                room.clock.jump(room.now + one)
                room.tick()
            elif deed == "skip":
                room.skip("f", one)
            elif deed == "speed":
                room.run_at("f", one)
            else:
                getattr(room, deed)("f")
                room.clock.pause()  # only `run` lets time pass here, not the machine
        except Unkept:
            return number
        screen.look(room)
    return None


def restored(store, library):
    rooms = Rooms(store, library)
    rooms.restore()
    room = every(rooms)[0]
    room.clock.pause()
    return rooms, room


@pytest.mark.slow
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(steps=STEPS, at=st.integers(1, 20), kept=st.booleans())
def test_a_failure_between_any_two_words_with_the_store_loses_and_doubles_nothing(
    tmp_path_factory, steps, at, kept
):
    path = tmp_path_factory.mktemp("kept") / "rooms.db"
    asyncio.run(_fail_and_go_on(path, Library.open(), steps, at, kept))


async def _fail_and_go_on(path, library, steps, at, kept):
    base, screen = SqliteStore(path), Screen()
    failing = Failing(base, at + 1, kept)  # the first call opens the room
    rooms = Rooms(failing, library)
    room = rooms.open(library.outage("write-stall"), 3)
    screen.look(room)
    failed = carry_out(room, screen, steps)
    if failed is not None:
        assert room.lost
        with pytest.raises(Unkept):
            room.lines("observer")  # a lost room tells nobody anything
    base.close()  # as a kill would: nothing is said to the room

    again = SqliteStore(path)
    later, room = restored(again, library)
    if failed is not None:
        assert carry_out(room, screen, steps, failed) is None  # the browser sends it again, with its key
    screen.look(room)
    assert screen.lines == list(map(json.dumps, room.lines("observer")))
    said = [(event.body["text"]) for event in again.events(room.id) if event.act == "said"]
    assert said == [text for deed, _, text in steps if deed == "say"]
    first = room.exercise.recording.text()

    third = restored(SqliteStore(path), library)[1]
    assert third.exercise.recording.text() == first
    assert [text for _, text, _ in screen.acknowledged] == said
    later.close()


def test_what_is_noted_comes_before_what_is_told(tmp_path, library):
    async def inside():
        failing = Failing(SqliteStore(tmp_path / "rooms.db"), 0, False)
        rooms = Rooms(failing, library)
        room = rooms.open(library.outage("write-stall"), 3)
        had = len(room.lines("observer"))
        failing.calls.clear()
        room.say("a", "commander", "declare P1")
        assert failing.calls == ["append"]  # one word with the disk for a word that is said
        room.clock.jump(600)
        failing.calls.clear()
        room.tick()
        assert failing.calls == ["reach"]
        assert len(room.lines("observer")) > had
        failing.calls.clear()
        room.lines("observer")
        room.board("observer")
        room.tick()
        assert failing.calls == []
        rooms.close()

    asyncio.run(inside())


def test_a_failure_while_time_runs_ends_the_room_and_it_opens_again_as_it_was(tmp_path, library):
    async def inside():
        failing = Failing(SqliteStore(tmp_path / "rooms.db"), 0, False)
        rooms = Rooms(failing, library)
        room = rooms.open(library.outage("write-stall"), 3)
        room.say("a", "commander", "declare P1")
        seen = list(map(json.dumps, room.lines("observer")))
        failing.left = 1
        room.clock.jump(900)
        with pytest.raises(Unkept):
            room.tick()
        assert rooms.awake(room.id) is None
        fresh = rooms.get(room.id)
        assert fresh is not None
        assert fresh is not room
        assert list(map(json.dumps, fresh.lines("observer"))) == seen
        rooms.close()

    asyncio.run(inside())


def test_a_server_that_ends_properly_notes_the_second(tmp_path, library):
    async def inside():
        store = SqliteStore(tmp_path / "rooms.db")
        rooms = Rooms(store, library)
        room = rooms.open(library.outage("write-stall"), 3)
        room.clock.jump(room.exercise.upcoming + 3)
        room._run_on()
        rooms.close()
        assert store.reached(room.id) == room.now

    asyncio.run(inside())
