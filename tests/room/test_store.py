"""What a room relies on, held against every store there is: a file, and a real PostgreSQL."""

import sqlite3
import sys
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest

from simulator.library import Unusable
from simulator.room.database import open_database
from simulator.room.postgres import PostgresStore
from simulator.room.sqlite import SqliteStore
from simulator.room.store import KeptRoom, Unkept
from tests.room.postgres import MISSING, binaries, running

pytestmark = pytest.mark.xdist_group("postgres")
ROOM = KeptRoom("r1", "BCD-FGH-JKL", '{"header": "€ ü"}')


class Place:
    """Where rooms are kept: opened again as often as one likes, and attacked from beside."""

    def __init__(self, address, attack):
        self.address = address
        self.attack = attack
        self._open = []

    def open(self, wall=lambda: 1000.5):
        kind = PostgresStore if self.address.startswith("postgresql") else SqliteStore
        store = kind(self.address if kind is PostgresStore else self._path(), wall)
        self._open.append(store)
        return store

    def _path(self):
        return Path(self.address)

    def close(self):
        for store in self._open:
            with suppress(Unkept):
                store.close()


@pytest.fixture(scope="module")
def server():
    if binaries() is None:
        pytest.skip(MISSING)
    with running() as address:
        yield address


@pytest.fixture
def postgres(server):
    with psycopg.connect(server, autocommit=True) as base:
        base.execute("DROP SCHEMA IF EXISTS icsim CASCADE")
    return server


@pytest.fixture(params=["sqlite", "postgres"])
def place(request, tmp_path):
    if request.param == "sqlite":
        path = tmp_path / "deep" / "rooms.db"

        def attack(sql):
            base = sqlite3.connect(path)
            try:
                base.execute(sql)
            finally:
                base.close()

        made = Place(str(path), attack)
    else:
        address = request.getfixturevalue("postgres")

        def attack(sql):
            with psycopg.connect(address, autocommit=True) as base:
                base.execute(sql.replace("event", "icsim.event"))

        made = Place(address, attack)
    yield made
    made.close()


@pytest.fixture
def store(place):
    made = place.open()
    made.open_room(*ROOM)
    return made


def test_rooms_come_back_in_the_order_they_were_opened(place, store):
    for number in (3, 1, 2):
        store.open_room(f"x{number}", f"code {number}", "{}")
    store.close()
    assert place.open().rooms() == (ROOM, *(KeptRoom(f"x{n}", f"code {n}", "{}") for n in (3, 1, 2)))


def test_events_are_numbered_within_their_room_and_come_back_whole(place, store):
    store.open_room("r2", "other", "{}")
    body = {"text": 'declare "P1" é 💥 \u2028', "stopped": True, "speed": 0.5, "n": 3}
    assert store.append("r1", 5, "said", "aoife", body)
    assert store.append("r2", 1, "left", "bo", {})
    assert store.append("r1", 7, "clock", "", {"speed": 10.0})
    store.close()
    first, second = place.open().events("r1")
    assert (first.number, first.at, first.act, first.who, first.body) == (1, 5, "said", "aoife", body)
    assert (second.number, second.at, second.when) == (2, 7, 1000.5)
    assert [event.number for event in place.open().events("r2")] == [1]


def test_what_bears_a_key_is_taken_once_in_a_room_and_leaves_no_gap(store):
    store.open_room("r2", "other", "{}")
    assert store.append("r1", 1, "said", "a", {"text": "one"}, "k")
    assert not store.append("r1", 2, "said", "a", {"text": "two"}, "k")
    assert store.append("r2", 1, "said", "a", {}, "k")
    assert store.append("r1", 3, "said", "a", {"text": "three"})
    assert [(event.number, event.body["text"]) for event in store.events("r1")] == [(1, "one"), (2, "three")]


def test_time_never_goes_back(place, store):
    assert store.reached("r1") == 0
    for second in (10, 4, 12, 11):
        store.reach("r1", second)
    store.close()
    assert place.open().reached("r1") == 12
    assert place.open().reached("no such room") == 0


def test_a_setting_keeps_its_first_value(place, store):
    assert store.setting("secret", "first") == "first"
    store.close()
    assert place.open().setting("secret", "second") == "first"


@pytest.mark.parametrize("attack", ["DELETE FROM event", "UPDATE event SET body = '{}'"])
def test_what_happened_cannot_be_changed(place, store, attack):
    store.append("r1", 1, "said", "a", {"text": "declare P1"})
    with pytest.raises((sqlite3.IntegrityError, psycopg.Error), match="what happened stays"):
        place.attack(attack)
    assert store.events("r1")[0].body == {"text": "declare P1"}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda store: store.append("nowhere", 1, "said", "a", {}),
        lambda store: store.open_room("r1", "other", "{}"),
        lambda store: store.open_room("r9", ROOM.code, "{}"),
    ],
    ids=["event of no room", "id taken", "code taken"],
)
def test_what_does_not_fit_is_refused_and_the_store_goes_on(store, spoil):
    with pytest.raises(Unkept):
        spoil(store)
    assert store.append("r1", 1, "said", "a", {})
    assert store.rooms() == (ROOM,)


def test_only_one_server_has_the_rooms_and_it_lets_go_when_it_ends(place, store):
    assert store.claim()
    other = place.open()
    assert not other.claim()
    with pytest.raises(Unusable, match="another server has the rooms"):
        open_database(place.address)
    store.close()
    until_free = (other.claim() for _ in range(200))  # PostgreSQL notices the end of a connection soon
    assert any(until_free)


def test_the_address_decides_which_store_it_is(place):
    store = open_database(place.address)
    store.open_room(*ROOM)
    assert store.rooms() == (ROOM,)
    store.close()


def test_a_broken_connection_fails_once_and_is_made_again(postgres):
    store = PostgresStore(postgres)
    store.open_room(*ROOM)
    assert store.claim()
    with psycopg.connect(postgres, autocommit=True) as base:
        base.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'icsim' AND pid <> pg_backend_pid()"
        )
    with pytest.raises(Unkept):
        store.reach("r1", 5)
    store.reach("r1", 6)
    assert store.reached("r1") == 6
    other = PostgresStore(postgres)
    assert not other.claim()
    other.close()
    store.close()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("mysql://root:secret@here/db", "neither a file nor a postgresql://"),
        ("/proc/nowhere/rooms.db", "cannot be kept"),
        ("postgresql://me:secret@127.0.0.1:1/db", "cannot be kept in 'postgresql://127.0.0.1:1/db'"),
    ],
)
def test_a_place_that_cannot_be_had_is_told_without_its_password(where, says):
    with pytest.raises(Unusable) as told:
        open_database(where)
    assert says in str(told.value)
    assert "secret" not in str(told.value)


def test_a_file_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "mine.db"
    base = sqlite3.connect(path)
    base.execute("CREATE TABLE photos (name)")
    base.commit()
    base.close()
    with pytest.raises(Unusable, match="something else"):
        open_database(str(path))


def test_without_the_extra_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "simulator.room.postgres", None)
    with pytest.raises(Unusable, match=r"icsim\[postgres\]"):
        open_database("postgresql://127.0.0.1/db")
