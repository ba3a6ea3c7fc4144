"""The tables of a diary, and how an older one becomes a newer one: step by step, as a whole or not at all."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE plays (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL UNIQUE,
        recording TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('outage', 'drill', 'retry')),
        outage TEXT NOT NULL,
        title TEXT NOT NULL,
        seed INTEGER NOT NULL,
        doctrine TEXT NOT NULL,
        played TEXT NOT NULL,
        ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
        lasted INTEGER NOT NULL,
        lost REAL NOT NULL,
        grade TEXT
    );
    CREATE TABLE axes (
        play INTEGER NOT NULL REFERENCES plays (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        axis TEXT NOT NULL,
        points REAL,
        PRIMARY KEY (play, axis)
    );
    CREATE TABLE decisions (
        play INTEGER NOT NULL REFERENCES plays (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        name TEXT NOT NULL,
        cost REAL NOT NULL,
        regret REAL NOT NULL,
        sound INTEGER NOT NULL CHECK (sound IN (0, 1)),
        PRIMARY KEY (play, place)
    );
    CREATE TABLE stated (
        play INTEGER NOT NULL REFERENCES plays (id) ON DELETE CASCADE,
        place INTEGER NOT NULL,
        at INTEGER NOT NULL,
        claim TEXT NOT NULL,
        sure REAL NOT NULL CHECK (sure BETWEEN 0 AND 1),
        held INTEGER CHECK (held IN (0, 1)),
        PRIMARY KEY (play, place)
    );
    CREATE TABLE moments (
        digest TEXT NOT NULL,
        at INTEGER NOT NULL,
        number INTEGER NOT NULL,
        recording TEXT NOT NULL,
        outage TEXT NOT NULL,
        seed INTEGER NOT NULL,
        chosen TEXT NOT NULL,
        regret REAL NOT NULL,
        PRIMARY KEY (digest, at)
    );
    CREATE TABLE tries (
        digest TEXT NOT NULL,
        at INTEGER NOT NULL,
        child TEXT NOT NULL,
        tried TEXT NOT NULL,
        chosen TEXT NOT NULL,
        regret REAL NOT NULL,
        passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
        PRIMARY KEY (digest, at, child, tried),
        FOREIGN KEY (digest, at) REFERENCES moments (digest, at) ON DELETE CASCADE
    );
    """,
)
"""What leads from each version of the tables to the next. A step that was released never changes."""


class Newer(Exception):
    """A diary was written by a newer program: its version, and the latest one known here."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(found, known)
        self.found, self.known = found, known


def version_of(database: sqlite3.Connection) -> int:
    """The version of a database's tables; 0 for an empty one."""
    found: int = database.execute("PRAGMA user_version").fetchone()[0]
    return found


@contextmanager
def whole(database: sqlite3.Connection) -> Iterator[None]:
    """Several writes as one."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def migrate(database: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Bring the tables to the newest version. Raises `Newer`, and touches nothing, if they are beyond it."""
    found = version_of(database)
    if found > len(steps):
        raise Newer(found, len(steps))
    if found < len(steps):
        with whole(database):
            # Looked up again: another program may have done it while this one waited for its turn.
            _take(database, steps[version_of(database) :])
            database.execute(f"PRAGMA user_version = {len(steps)}")


def _take(database: sqlite3.Connection, steps: Sequence[str]) -> None:
    """Take steps, statement by statement: none of them holds a semicolon within."""
    for step in steps:
        for statement in step.split(";"):
            database.execute(statement)
