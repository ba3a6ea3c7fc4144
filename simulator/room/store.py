"""Where rooms are kept: an append-only log of events for each, on disk before anything is acknowledged."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from simulator.room.event import Act, Event

Body = Mapping[str, str | int | float | bool]
SCHEMA = """
CREATE TABLE IF NOT EXISTS room (
    id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, header TEXT NOT NULL, reached INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE IF NOT EXISTS event (
    room TEXT NOT NULL REFERENCES room (id), number INTEGER NOT NULL, at INTEGER NOT NULL, act TEXT NOT NULL,
    who TEXT NOT NULL, body TEXT NOT NULL, key TEXT, PRIMARY KEY (room, number), UNIQUE (room, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS event_is_kept BEFORE DELETE ON event
    BEGIN SELECT RAISE (ABORT, 'what happened stays'); END;
CREATE TRIGGER IF NOT EXISTS event_stays BEFORE UPDATE ON event
    BEGIN SELECT RAISE (ABORT, 'what happened stays'); END;
"""


class Store(Protocol):
    """What a room needs of a database."""

    def open_room(self, room: str, code: str, header: str) -> None:
        """Keep a new room. `header` is the first line of its recording."""

    def rooms(self) -> tuple[tuple[str, str, str], ...]:
        """Every room, oldest first: id, join code, header."""

    def append(self, room: str, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record, durably. False when one with this key is there already."""

    def events(self, room: str) -> tuple[Event, ...]:
        """The log of a room, in order."""

    def reach(self, room: str, second: int) -> None:
        """Note that the exercise has come to a second, before anybody is told what happened by then."""

    def reached(self, room: str) -> int:
        """The latest second that anybody may have been told of."""

    def setting(self, name: str, default: str) -> str:
        """A lasting setting; the default is kept as its value the first time it is asked for."""

    def close(self) -> None:
        """Let go of the database."""


class SqliteStore:
    """Rooms in a file. One process writes; every commit is on the disk when it returns."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._base.execute(f"PRAGMA {setting}")
        self._base.executescript(SCHEMA)

    def open_room(self, room: str, code: str, header: str) -> None:
        """Keep a new room."""
        self._base.execute("INSERT INTO room (id, code, header) VALUES (?, ?, ?)", (room, code, header))

    def rooms(self) -> tuple[tuple[str, str, str], ...]:
        """Every room, oldest first."""
        return tuple(self._base.execute("SELECT id, code, header FROM room ORDER BY rowid"))

    def append(self, room: str, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record."""
        written = self._base.execute(
            "INSERT OR IGNORE INTO event (room, number, at, act, who, body, key) "
            "SELECT ?1, COALESCE(MAX(number), 0) + 1, ?2, ?3, ?4, ?5, ?6 FROM event WHERE room = ?1",
            (room, at, act, who, json.dumps(body, ensure_ascii=False), key),
        )
        return written.rowcount == 1

    def events(self, room: str) -> tuple[Event, ...]:
        """The log of a room."""
        rows = self._base.execute(
            "SELECT number, at, act, who, body FROM event WHERE room = ? ORDER BY number", (room,)
        )
        return tuple(Event(number, at, act, who, json.loads(body)) for number, at, act, who, body in rows)

    def reach(self, room: str, second: int) -> None:
        """Note how far time has come."""
        self._base.execute("UPDATE room SET reached = ?2 WHERE id = ?1 AND reached < ?2", (room, second))

    def reached(self, room: str) -> int:
        """How far time had come."""
        row = self._base.execute("SELECT reached FROM room WHERE id = ?", (room,)).fetchone()
        return int(row[0]) if row else 0

    def setting(self, name: str, default: str) -> str:
        """A lasting setting."""
        self._base.execute("INSERT OR IGNORE INTO setting VALUES (?, ?)", (name, default))
        row = self._base.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()
