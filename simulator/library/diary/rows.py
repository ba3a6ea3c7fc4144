"""A record as rows of tables, and back."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from simulator.domain.value import astuple
from simulator.library.diary.record import Decided, Record, Stated

_COLUMNS = "digest, recording, kind, outage, title, seed, doctrine, played, ended, lasted, lost, grade"


def write(database: sqlite3.Connection, record: Record) -> int:
    """Write a play with its parts; its number, which is the record's own if it has one."""
    row = (
        record.id or None, record.digest, record.recording, record.kind, record.outage, record.title,
        record.seed, record.doctrine, moment(record.played), record.ended, record.lasted, record.lost,
        record.grade,
    )  # fmt: skip
    marks = ", ".join("?" * len(row))
    play = database.execute(f"INSERT INTO plays (id, {_COLUMNS}) VALUES ({marks})", row).lastrowid or 0
    for table, parts in _parts(record).items():
        rows = [(play, place, *part) for place, part in enumerate(parts)]
        for each in rows:
            database.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(each))})", each)
    return play


def _parts(record: Record) -> dict[str, list[tuple[object, ...]]]:
    return {
        "axes": [*record.axes.items()],
        "decisions": [astuple(each) for each in record.decisions],
        "stated": [astuple(each) for each in record.stated],
    }


def read(database: sqlite3.Connection) -> Iterator[Record]:
    """Every play, the oldest first."""
    plays = database.execute(f"SELECT id, {_COLUMNS} FROM plays ORDER BY played, id").fetchall()
    for id_, *row in plays:
        digest, recording, kind, outage, title, seed, doctrine, played, ended, lasted, lost, grade = row
        decided = tuple(_decided(*part) for part in _of(database, "decisions", id_))
        stated = tuple(_stated(*part) for part in _of(database, "stated", id_))
        yield Record(
            digest, recording, kind, outage, title, seed, doctrine, datetime.fromisoformat(played),
            bool(ended), lasted, lost, grade, dict(_of(database, "axes", id_)), decided, stated, id_,
        )  # fmt: skip


def _of(database: sqlite3.Connection, table: str, play: int) -> list[Any]:
    """The parts of a play without its number and their places, in order."""
    found = database.execute(f"SELECT * FROM {table} WHERE play = ? ORDER BY place", (play,))
    return [row[2:] for row in found.fetchall()]


def _decided(at: int, kind: str, name: str, cost: float, regret: float, sound: int) -> Decided:
    return Decided(at, kind, name, cost, regret, bool(sound))


def _stated(at: int, claim: str, sure: float, held: int | None) -> Stated:
    return Stated(at, claim, sure, None if held is None else bool(held))


def moment(at: datetime) -> str:
    """A time as it is kept: UTC, to the second, so that it sorts as text."""
    return at.astimezone(UTC).replace(microsecond=0).isoformat()
