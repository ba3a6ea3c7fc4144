"""The journal: a recording on disk that grows with each line, so that a killed play loses nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from simulator.library.trouble import Unusable

T = TypeVar("T")
ENOUGH = 1_000_000
"""A disk with less room than this (bytes) is full: a play of some hours needs about half of it."""
_EVIDENCE = '{"entry"'


class Unwritable(Unusable):
    """A recording cannot be written where it was wanted."""


class Journal:
    """Takes the lines of a recording. Each is written at once, headers and commands to the disk.

    A line that cannot be written once the play has begun is kept and tried again with the next one;
    `trouble` says what is wrong as long as something is kept back.
    """

    def __init__(self, path: Path, number: int) -> None:
        self.path = path
        self.trouble = ""
        self._file = number
        self._kept = b""

    @classmethod
    def begin(cls, path: Path) -> "Journal":
        """A new recording. Raises `Unwritable` before anything can be lost, also when the file is there."""
        journal = cls(path, _made(path))
        if not path.is_file():
            return journal
        if shutil.disk_usage(path.parent).free < ENOUGH:
            journal.abandon()
            raise Unwritable(f"{_cannot(path)} the disk is full. Make room, or use --out FILE")
        return journal

    @classmethod
    def go_on(cls, path: Path, text: str) -> "Journal":
        """An old recording, which holds `text` from now on, and takes further lines."""
        fresh = path.with_name(path.name + ".part")
        fresh.unlink(missing_ok=True)
        with path.open("rb") as old:
            _claim(path, old.fileno())
            journal = cls(path, _made(fresh))
        journal(text.removesuffix("\n"))
        if journal.trouble:
            fresh.unlink(missing_ok=True)
            raise Unwritable(f"{_cannot(path)} {journal.trouble}.")
        os.fsync(journal._file)
        fresh.replace(path)
        _keep_name(path)
        return journal

    def start(self, make: Callable[[], T]) -> T:
        """Let something write the first lines; when they cannot be written nothing is left behind."""
        made = make()
        if self.trouble:
            trouble = self.trouble
            self.abandon()
            raise Unwritable(f"{_cannot(self.path)} {trouble}. Name another place: --out FILE")
        _keep_name(self.path)
        return made

    def __call__(self, line: str) -> None:
        """Take a line."""
        self._kept += f"{line}\n".encode("utf-8", "replace")
        self._write()
        if not line.startswith(_EVIDENCE) and not self.trouble:
            self._sync()

    def _write(self) -> None:
        try:
            while self._kept:
                self._kept = self._kept[os.write(self._file, self._kept) :]
            self.trouble = ""
        except OSError as error:
            self.trouble = (error.strerror or str(error)).lower()

    def _sync(self) -> None:
        try:
            os.fsync(self._file)
        except OSError as error:
            # A terminal or a pipe cannot be synced; a disk that is full tells so only now on some systems.
            if self.path.is_file():
                self.trouble = (error.strerror or str(error)).lower()

    def close(self) -> None:
        """Write what was kept back, if that is possible now, and let go of the file."""
        self._write()
        os.close(self._file)

    def abandon(self) -> None:
        """Let go of a recording that never began."""
        os.close(self._file)
        if self.path.is_file():
            self.path.unlink()


def _made(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from None
    fresh = os.O_EXCL if path.is_file() or not path.exists() else 0
    try:
        number = os.open(path, os.O_WRONLY | os.O_CREAT | fresh | getattr(os, "O_BINARY", 0), 0o644)
    except FileExistsError:
        told = (
            f"{str(path)!r} is there already. Use another name, or go on with it: icsim play --resume {path}"
        )
        raise Unwritable(told) from None
    except OSError as error:
        raise _unwritable(path, error) from None
    _claim(path, number)
    return number


def _unwritable(path: Path, error: OSError) -> Unwritable:
    return Unwritable(
        f"{_cannot(path)} {(error.strerror or str(error)).lower()}. Name another place: --out FILE"
    )


def _claim(path: Path, number: int) -> None:
    """Hold a recording against a second play of it, where the system can."""
    try:
        import fcntl
    except ImportError:  # not on Windows
        return
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise Unwritable(f"{str(path)!r} is being played in another window. Leave it there first.") from None
    except OSError:  # no file of a kind that can be held, or a disk that knows no locks
        return


def _keep_name(path: Path) -> None:
    """Put the folder's entry for the file on disk too, where the system lets one."""
    if os.name != "nt" and path.is_file():
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _cannot(path: Path) -> str:
    return f"the recording cannot be written to {str(path)!r}:"
