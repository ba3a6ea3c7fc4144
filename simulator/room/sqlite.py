"""Rooms in a file."""

import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from time import time
from typing import IO, Any

from simulator.room.event import Act, Event
from simulator.room.store import Body, KeptRoom, Unkept, read_event

VERSION = 1
"""Of the tables below; a file of another one is not touched."""
SCHEMA = f"""
CREATE TABLE IF NOT EXISTS room (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, header TEXT NOT NULL, reached INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS event (
    room TEXT NOT NULL REFERENCES room (id), number INTEGER NOT NULL, at INTEGER NOT NULL, act TEXT NOT NULL,
    who TEXT NOT NULL, body TEXT NOT NULL, key TEXT, moment REAL NOT NULL,
    PRIMARY KEY (room, number), UNIQUE (room, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS event_is_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE (ABORT, 'what happened stays'); END;
CREATE TRIGGER IF NOT EXISTS event_stays BEFORE UPDATE ON event
    BEGIN SELECT RAISE (ABORT, 'what happened stays'); END;
PRAGMA user_version = {VERSION};
"""
SETTINGS = ("busy_timeout = 5000", "journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON")
ORIGINS = "SELECT room, body FROM event WHERE number = 1 AND act = 'opened'"
ACTS = "SELECT room, number, at, act, who, body, moment FROM event WHERE act = ? ORDER BY room, number"
Row = tuple[Any, ...]


class SqliteStore:
    """Rooms in a file. Every commit is on the disk when it returns (`synchronous = FULL`)."""

    def __init__(self, path: Path, wall: Callable[[], float] = time) -> None:
        self._path = path
        self._wall = wall
        self._claim: IO[bytes] | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        except (OSError, sqlite3.Error) as error:
            raise Unkept(getattr(error, "strerror", None) or str(error)) from None
        self._prepare()

    def _prepare(self) -> None:
        for setting in SETTINGS:
            self._do(f"PRAGMA {setting}")
        version, tables = self._do("PRAGMA user_version")[0][0], self._do("SELECT 1 FROM sqlite_master")
        if tables and version != VERSION:
            self._base.close()
            raise Unkept("it holds something else, or rooms of another version of icsim")
        try:
            self._base.executescript(SCHEMA)
        except sqlite3.Error as error:
            raise Unkept(str(error)) from None

    def _do(self, sql: str, values: Row = ()) -> list[Row]:
        try:
            return self._base.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise Unkept(str(error)) from None

    def claim(self) -> bool:
        """Keep every other server from this file; the system lets go of it for a server that dies."""
        try:
            import fcntl
        except ImportError:  # not on Windows
            return True
        gate = self._path.with_name(self._path.name + ".lock").open("wb")
        try:
            fcntl.flock(gate, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            gate.close()
            return False
        self._claim = gate
        return True

    def open_room(self, room: str, code: str, header: str) -> None:
        """Keep a new room."""
        self._do("INSERT INTO room (id, code, header) VALUES (?, ?, ?)", (room, code, header))

    def rooms(self) -> tuple[KeptRoom, ...]:
        """Every room, oldest first."""
        return tuple(KeptRoom(*row) for row in self._do("SELECT id, code, header FROM room ORDER BY rowid"))

    def origins(self) -> Mapping[str, Body]:
        """What each room was opened for."""
        return {room: json.loads(body) for room, body in self._do(ORIGINS)}

    def acts(self, act: Act) -> tuple[tuple[str, Event], ...]:
        """Every event of one kind, with its room."""
        return tuple((room, read_event(*columns)) for room, *columns in self._do(ACTS, (act,)))

    def append(self, room: str, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record."""
        written = self._do(
            "INSERT INTO event (room, number, at, act, who, body, key, moment) "
            "SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM event WHERE room = ?1 "
            "ON CONFLICT (room, key) DO NOTHING RETURNING number",
            (room, at, act, who, json.dumps(body, ensure_ascii=False), key, self._wall()),
        )
        return bool(written)

    def events(self, room: str) -> tuple[Event, ...]:
        """The log of a room."""
        rows = self._do(
            "SELECT number, at, act, who, body, moment FROM event WHERE room = ? ORDER BY number", (room,)
        )
        return tuple(read_event(*row) for row in rows)

    def reach(self, room: str, second: int) -> None:
        """Note how far time has come."""
        self._do("UPDATE room SET reached = ?2 WHERE id = ?1 AND reached < ?2", (room, second))

    def reached(self, room: str) -> int:
        """The latest second of the exercise that was noted; 0 for a room that has come to none."""
        rows = self._do("SELECT reached FROM room WHERE id = ?", (room,))
        return int(rows[0][0]) if rows else 0

    def setting(self, name: str, default: str) -> str:
        """A lasting setting."""
        self._do("INSERT OR IGNORE INTO setting VALUES (?, ?)", (name, default))
        return str(self._do("SELECT value FROM setting WHERE name = ?", (name,))[0][0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()
        if self._claim:
            self._claim.close()
