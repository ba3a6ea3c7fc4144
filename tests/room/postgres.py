"""A PostgreSQL server for tests: its own, on loopback, gone afterwards."""

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

MISSING = "no PostgreSQL here (initdb, postgres; Debian's package: postgresql): its store is not tried"
DEBIAN = Path("/usr/lib/postgresql")
STARTS_WITHIN = 30
SYSTEM_USER = "postgres"
"""Whom Debian's package makes: the server refuses to run as root."""


def binaries() -> Path | None:
    """The folder with `initdb` and `postgres`: on the path, or where Debian puts the newest."""
    found = shutil.which("initdb")
    if found and shutil.which("postgres"):
        return Path(found).parent
    places = sorted(DEBIAN.glob("*/bin"), key=lambda place: int(place.parent.name))
    return next((place for place in reversed(places) if (place / "postgres").exists()), None)


@contextmanager
def running() -> Iterator[str]:
    """The address of an empty database."""
    place = binaries()
    assert place is not None
    folder = Path(mkdtemp(prefix="icsim-pg-"))
    try:
        if os.getuid() == 0:
            shutil.chown(folder, SYSTEM_USER)
        data = folder / "data"
        words = [place / "initdb", "-D", data, "-A", "trust", "-U", "icsim", "--no-sync", "-E", "UTF8"]
        _run([*map(str, words), "--locale=C"], folder)
        port = _free_port()
        server = [str(place / "postgres"), "-D", str(data), "-p", str(port), "-F"]
        with subprocess.Popen(
            [*server, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, user=_user(),
        ) as process:  # fmt: skip
            try:
                _wait(port)
                yield f"postgresql://icsim@127.0.0.1:{port}/postgres"
            finally:
                process.send_signal(signal.SIGINT)  # at once, whoever is still connected
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _user() -> str | None:
    return SYSTEM_USER if os.getuid() == 0 else None


def _run(words: list[str], folder: Path) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, user=_user())
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    import psycopg

    until = time.monotonic() + STARTS_WITHIN
    while True:
        try:
            psycopg.connect(f"postgresql://icsim@127.0.0.1:{port}/postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
        else:
            return
