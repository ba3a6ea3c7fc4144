"""Where the diary lies, and opening it; what stands in the way is told and costs nobody a play."""

import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

from simulator.library.diary.schema import Newer, migrate
from simulator.library.places import personal_folder
from simulator.library.trouble import Unusable

SETTING = "ICSIM_HISTORY"
"""The environment variable that names another file for the diary, or says `off` for none."""
OFF = "off"
PATIENCE = 3.0
"""Seconds that are waited for somebody else who is writing."""
_BESIDE = ("-wal", "-shm", "-journal")


class Unreadable(Unusable):
    """The diary cannot be read or written."""


def diary_path(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The diary's file; None when none is to be kept."""
    named = environment.get(SETTING, "").strip()
    if named.lower() == OFF:
        return None
    return Path(named).expanduser().absolute() if named else personal_folder(environment) / "plays.db"


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, its tables up to date; whatever happens in it happens as a whole or not at all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as database:
            database.isolation_level = None
            _prepare(database)
            migrate(database)
            yield database
    except Newer as other:
        raise Unreadable(
            f"{path} was written by a newer icsim (its version {other.found}, known here {other.known})"
        ) from None
    except (OSError, sqlite3.Error) as error:
        raise Unreadable(f"{path}: {_reason(error)}") from None


def _prepare(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = NORMAL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA secure_delete = ON")


def _reason(error: OSError | sqlite3.Error) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    told = str(error)
    if "locked" in told:
        return "another program is writing to it"
    return "it is no diary of icsim, or it is damaged" if "not a database" in told else told


def removed(path: Path) -> bool:
    """Take a diary away, with all that lies beside it; whether there was one."""
    there = path.exists()
    try:
        for each in (path, *(path.with_name(path.name + tail) for tail in _BESIDE)):
            each.unlink(missing_ok=True)
    except OSError as error:
        raise Unreadable(f"{path}: {_reason(error)}") from None
    return there
