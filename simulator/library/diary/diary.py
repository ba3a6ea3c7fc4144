"""The diary: a person's plays, their moments, and when those were decided again."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from simulator.debrief.choices import title
from simulator.domain.value import Value, astuple, replace
from simulator.library.diary import rows
from simulator.library.diary.opening import opened
from simulator.library.diary.record import Held, Record
from simulator.library.diary.schema import whole
from simulator.library.repetition import Tried, due
from simulator.library.retrying import Again

_REPLACED = "digest = ? OR (ended = 0 AND recording = ? AND outage = ? AND seed = ?)"
"""Which plays a new judgement takes the place of: the same one, or one left then and gone on with."""
_KEEP_MOMENT = """
    INSERT INTO moments (digest, at, number, recording, outage, seed, chosen, regret)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (digest, at) DO UPDATE SET number = excluded.number, recording = excluded.recording
"""
_KEEP_TRY = """
    INSERT INTO tries (digest, at, child, tried, chosen, regret, passed) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_SAME_TRY = "digest = ? AND at = ? AND child = ? AND substr(tried, 1, 10) = substr(?, 1, 10)"
"""One recording counts once a day: it may be left, gone on with, and judged again."""


class Try(Value):
    """One time that a moment was decided again."""

    tried: datetime
    chosen: str
    regret: float
    passed: bool


class Standing(Value):
    """A moment, and the times it was decided again."""

    moment: Held
    tries: tuple[Try, ...]

    @property
    def due(self) -> datetime | None:
        """When it comes back (UTC); None before the first time."""
        return due(Tried(each.tried, each.passed) for each in self.tries)


class Diary(Value):
    """A person's plays in one file. Every method opens it and lets it go; all raise `Unreadable`."""

    path: Path

    def keep(self, record: Record, moments: Iterable[Held] = ()) -> int:
        """Add a play with its moments; its number, which is that of what it takes the place of."""
        with opened(self.path) as database, whole(database):
            number = _make_room(database, record)
            number = rows.write(database, replace(record, id=number))
            for moment in moments:
                database.execute(_KEEP_MOMENT, astuple(moment))
        return number

    def hold(self, moment: Held) -> None:
        """Add a moment by itself, of a play that need not be here."""
        with opened(self.path) as database, whole(database):
            database.execute(_KEEP_MOMENT, astuple(moment))

    def tried(self, digest: str, at: int, child: Path, again: Again, now: datetime) -> bool:
        """Add a time that a moment was decided again, in the recording `child`.

        False when the diary does not know the moment.
        """
        with opened(self.path) as database, whole(database):
            known = database.execute("SELECT 1 FROM moments WHERE digest = ? AND at = ?", (digest, at))
            found = known.fetchone() is not None
            if found:
                key = (digest, at, str(child.absolute()), rows.moment(now))
                database.execute(f"DELETE FROM tries WHERE {_SAME_TRY}", key)
                told = (title(again.now.chosen), again.now.regret, again.passed)
                database.execute(_KEEP_TRY, (*key, *told))
        return found

    def plays(self) -> tuple[Record, ...]:
        """Every play, the oldest first."""
        if not self.path.exists():
            return ()
        with opened(self.path) as database:
            return tuple(rows.read(database))

    def moments(self) -> tuple[Standing, ...]:
        """Every moment with its tries; the latest play's first, and in it the costliest first."""
        if not self.path.exists():
            return ()
        with opened(self.path) as database:
            found = database.execute("SELECT * FROM moments ORDER BY rowid").fetchall()
            standing = [Standing(Held(*row), _tries(database, row[0], row[1])) for row in found]
        plays = list(dict.fromkeys(each.moment.digest for each in standing))
        return tuple(sorted(standing, key=lambda e: (-plays.index(e.moment.digest), e.moment.number)))

    def delete(self, number: int) -> bool:
        """Take a play away with all that hangs on it; False when there is none of this number."""
        if not self.path.exists():
            return False
        with opened(self.path) as database, whole(database):
            play = database.execute("SELECT digest FROM plays WHERE id = ?", (number,)).fetchone()
            if play:
                database.execute("DELETE FROM moments WHERE digest = ?", play)
                database.execute("DELETE FROM plays WHERE id = ?", (number,))
        return play is not None


def _make_room(database: sqlite3.Connection, record: Record) -> int:
    """Take away what a play takes the place of; the number that it leaves, 0 for none."""
    wanted = (record.digest, record.recording, record.outage, record.seed)
    gone = database.execute(f"SELECT id, digest FROM plays WHERE {_REPLACED}", wanted).fetchall()
    for id_, digest in gone:
        database.execute("DELETE FROM plays WHERE id = ?", (id_,))
        if digest != record.digest:
            database.execute("DELETE FROM moments WHERE digest = ?", (digest,))
    return min((id_ for id_, _ in gone), default=0)


def _tries(database: sqlite3.Connection, digest: str, at: int) -> tuple[Try, ...]:
    found = database.execute(
        "SELECT tried, chosen, regret, passed FROM tries WHERE digest = ? AND at = ? ORDER BY tried",
        (digest, at),
    )
    return tuple(
        Try(datetime.fromisoformat(tried), chosen, regret, bool(passed))
        for tried, chosen, regret, passed in found
    )
