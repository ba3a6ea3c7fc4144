"""Which database a server keeps its rooms in: a file, or PostgreSQL by its address."""

from pathlib import Path

from simulator.library import Unusable
from simulator.room.sqlite import SqliteStore
from simulator.room.store import Store, Unkept

POSTGRES = ("postgresql://", "postgres://")
MISSING = "PostgreSQL needs another package: pip install 'icsim[postgres]'"


def open_database(where: str) -> Store:
    """The rooms at an address, or in a file; raises `Unusable` when there can be none.

    It is claimed: a second server on the same rooms would tell other stories than the first.
    """
    try:
        store = _opened(where)
        if store.claim():
            return store
        store.close()
    except Unkept as why:
        raise Unusable(f"the rooms cannot be kept in {_shown(where)}: {why}") from None
    raise Unusable(f"another server has the rooms in {_shown(where)}. Stop it, or use another --database.")


def _opened(where: str) -> Store:
    if where.startswith(POSTGRES):
        return _postgres(where)
    if "://" in where:
        raise Unkept("this is neither a file nor a postgresql:// address")
    return SqliteStore(Path(where))


def _postgres(url: str) -> Store:
    try:
        from simulator.room.postgres import PostgresStore
    except ImportError:
        raise Unkept(MISSING) from None
    return PostgresStore(url)


def _shown(where: str) -> str:
    """The place without the name and password that an address may hold."""
    scheme, sign, rest = where.partition("://")
    return repr(f"{scheme}{sign}{rest.rpartition('@')[2]}" if sign else where)
