"""Rooms in PostgreSQL 14 or newer, for whoever keeps databases anyway: `pip install icsim[postgres]`."""

import json
from collections.abc import Callable, Mapping
from time import time
from typing import Any

import psycopg

from simulator.room.event import Act, Event
from simulator.room.store import Body, KeptRoom, Unkept, read_event

PATIENCE = 5
"""Seconds that a database is given to answer the door, and a statement to end."""
CLAIM = 0x1C51
"""The advisory lock of the one server that has the rooms (any fixed number)."""
SCHEMA = """
SELECT pg_advisory_xact_lock(7250);
CREATE SCHEMA IF NOT EXISTS icsim;
CREATE TABLE IF NOT EXISTS icsim.room (
    id text PRIMARY KEY, code text NOT NULL UNIQUE, header text NOT NULL, reached bigint NOT NULL DEFAULT 0,
    place bigint GENERATED ALWAYS AS IDENTITY
);
CREATE TABLE IF NOT EXISTS icsim.event (
    room text NOT NULL REFERENCES icsim.room (id), number bigint NOT NULL, at bigint NOT NULL,
    act text NOT NULL, who text NOT NULL, body text NOT NULL, key text, moment double precision NOT NULL,
    PRIMARY KEY (room, number), UNIQUE (room, key)
);
CREATE TABLE IF NOT EXISTS icsim.setting (name text PRIMARY KEY, value text NOT NULL);
CREATE OR REPLACE FUNCTION icsim.keep() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'what happened stays'; END $$;
CREATE OR REPLACE TRIGGER event_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON icsim.event
    FOR EACH STATEMENT EXECUTE FUNCTION icsim.keep();
"""
ORIGINS = "SELECT room, body FROM icsim.event WHERE number = 1 AND act = 'opened'"
ACTS = "SELECT room, number, at, act, who, body, moment FROM icsim.event WHERE act = %s ORDER BY room, number"
Row = tuple[Any, ...]


class PostgresStore:
    """Rooms in the schema `icsim` of a database. A commit is on its disk before it is believed.

    A connection that breaks is made again by the next call; the call that met it fails, since nobody knows
    whether it was carried out.
    """

    def __init__(self, url: str, wall: Callable[[], float] = time) -> None:
        self._url = url
        self._wall = wall
        self._claimed = False
        self._base: psycopg.Connection[Row] | None = None
        self._do("SELECT 1")

    def _connected(self) -> "psycopg.Connection[Row]":
        if self._base is None or self._base.closed:
            self._base = _connect(self._url)
            if self._claimed and not _claim(self._base):
                self._base.close()
                raise Unkept("another server has taken these rooms")
        return self._base

    def _do(self, sql: str, values: Row = ()) -> list[Row]:
        try:
            cursor = self._connected().execute(sql, values)
            return cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            raise Unkept(_reason(error)) from None

    def claim(self) -> bool:
        """Keep every other server from this database; it lets go when the connection ends."""
        try:
            self._claimed = _claim(self._connected())
        except psycopg.Error as error:
            raise Unkept(_reason(error)) from None
        return self._claimed

    def open_room(self, room: str, code: str, header: str) -> None:
        """Keep a new room."""
        self._do("INSERT INTO icsim.room (id, code, header) VALUES (%s, %s, %s)", (room, code, header))

    def rooms(self) -> tuple[KeptRoom, ...]:
        """Every room, oldest first."""
        rows = self._do("SELECT id, code, header FROM icsim.room ORDER BY place")
        return tuple(KeptRoom(*row) for row in rows)

    def origins(self) -> Mapping[str, Body]:
        """What each room was opened for."""
        return {room: json.loads(body) for room, body in self._do(ORIGINS)}

    def acts(self, act: Act) -> tuple[tuple[str, Event], ...]:
        """Every event of one kind, with its room."""
        return tuple((room, read_event(*columns)) for room, *columns in self._do(ACTS, (act,)))

    def append(self, room: str, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record."""
        written = self._do(
            "INSERT INTO icsim.event (room, number, at, act, who, body, key, moment) "
            "SELECT %s, COALESCE(MAX(number), 0) + 1, %s, %s, %s, %s, %s, %s "
            "FROM icsim.event WHERE room = %s ON CONFLICT (room, key) DO NOTHING RETURNING number",
            (room, at, act, who, _text(body), key, self._wall(), room),
        )
        return bool(written)

    def events(self, room: str) -> tuple[Event, ...]:
        """The log of a room."""
        rows = self._do(
            "SELECT number, at, act, who, body, moment FROM icsim.event WHERE room = %s ORDER BY number",
            (room,),
        )
        return tuple(read_event(*row) for row in rows)

    def reach(self, room: str, second: int) -> None:
        """Note how far time has come."""
        self._do("UPDATE icsim.room SET reached = %s WHERE id = %s AND reached < %s", (second, room, second))

    def reached(self, room: str) -> int:
        """The latest second of the exercise that was noted; 0 for a room that has come to none."""
        rows = self._do("SELECT reached FROM icsim.room WHERE id = %s", (room,))
        return int(rows[0][0]) if rows else 0

    def setting(self, name: str, default: str) -> str:
        """A lasting setting."""
        self._do("INSERT INTO icsim.setting VALUES (%s, %s) ON CONFLICT DO NOTHING", (name, default))
        return str(self._do("SELECT value FROM icsim.setting WHERE name = %s", (name,))[0][0])

    def close(self) -> None:
        """Let go of the database."""
        if self._base:
            self._base.close()


def _text(body: Body) -> str:
    return json.dumps(body)


def _connect(url: str) -> "psycopg.Connection[Row]":
    """A connection of which every statement is a transaction, safe on disk when it returns."""
    options = f"-c synchronous_commit=on -c statement_timeout={PATIENCE}s -c client_min_messages=warning"
    base = psycopg.connect(
        url, autocommit=True, connect_timeout=PATIENCE, options=options, application_name="icsim"
    )
    with base.transaction():
        base.execute(SCHEMA)
    return base


def _claim(base: "psycopg.Connection[Row]") -> bool:
    taken = base.execute("SELECT pg_try_advisory_lock(%s)", (CLAIM,)).fetchone()
    return bool(taken and taken[0])


def _reason(error: psycopg.Error) -> str:
    """What the database said, without the address it was asked at (which may hold a password)."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
