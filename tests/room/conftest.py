"""A room to be tried out: its store in a file, its clock by hand."""

import asyncio
import sqlite3
from time import monotonic

import pytest
from starlette.testclient import TestClient

from simulator.exercise.players import PLAYERS, play
from simulator.library import Library
from simulator.room.app import application
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore
from tests.room.people import every, say_all


@pytest.fixture(autouse=True)
def nothing_stays_open(monkeypatch):
    """A test may leave a file of rooms open, as a crash does; from Python 3.13 on that is complained of."""
    connect, made = sqlite3.connect, []

    def noted(*args, **settings):
        made.append(connect(*args, **settings))
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", noted)
    yield
    for base in made:
        base.close()


@pytest.fixture(scope="session")
def library():
    return Library.open()


@pytest.fixture
def kept(tmp_path):
    return tmp_path / "rooms.db"


@pytest.fixture
def store(kept):
    made = SqliteStore(kept)
    yield made
    made.close()


@pytest.fixture
def opened(library):
    """Open a room over a store within a running loop; what `work(room)` returns."""

    def run(store, work, seed=3, outage="write-stall"):
        async def inside():
            rooms = Rooms(store, library)
            try:
                return work(rooms.open(library.outage(outage), seed))
            finally:
                rooms.close()

        return asyncio.run(inside())

    return run


@pytest.fixture
def restored(library):
    """The first room of a store as it stands after a restart."""

    def run(store, work):
        async def inside():
            rooms = Rooms(store, library)
            rooms.restore()
            try:
                return work(every(rooms)[0])
            finally:
                rooms.close()

        return asyncio.run(inside())

    return run


class Browser(TestClient):
    """A client that can also look behind the server's door."""

    def __init__(self, app):
        super().__init__(app)
        self._behind = app.state

    @property
    def rooms(self):
        return self._behind.server.rooms

    @property
    def keys(self):
        return self._behind.server.keys

    def stand_still(self):
        """Let nobody be allowed more by the time that a slow machine takes."""
        now = monotonic()
        for bucket in (self._behind.server.asks, self._behind.server.joins):
            bucket._now = lambda: now


@pytest.fixture
def server(kept, library):
    """A client of a running application, and its rooms."""
    app = application(SqliteStore(kept), library)
    with Browser(app) as client:
        yield client


@pytest.fixture(scope="session")
def words(library):
    """What a program that goes by the book says, second by second."""
    exercise = play(library.outage("write-stall").exercise(3), PLAYERS["cheapest-first"](3))
    return exercise.recording


@pytest.fixture
def room(server):
    return server.portal.call(lambda: server.rooms.open(server.rooms.library.outage("write-stall"), 3))


@pytest.fixture
def over(server, room, words):
    """A room whose exercise is over, as the program played it."""
    server.portal.call(say_all, room, words)
    assert room.exercise.recording.text() == words.text()
    return room
