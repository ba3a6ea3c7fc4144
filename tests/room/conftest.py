"""A room to be tried out: its store in a file, its clock by hand."""

import asyncio

import pytest
from starlette.testclient import TestClient

from simulator.library import Library
from simulator.room.app import application
from simulator.room.rooms import Rooms
from simulator.room.sqlite import SqliteStore


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
                return work(next(iter(rooms)))
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


@pytest.fixture
def server(kept, library):
    """A client of a running application, and its rooms."""
    app = application(SqliteStore(kept), library)
    with Browser(app) as client:
        yield client
