"""Timelines of real incidents in files: read, and one of several chosen."""

import re
from collections.abc import Sequence
from pathlib import Path

from simulator.authoring import render
from simulator.authoring.history import read_histories
from simulator.authoring.reading import Reading
from simulator.domain.history import History
from simulator.library.trouble import Unknown, Unusable, counted

LARGEST = 50_000_000
"""A larger file (bytes) is no timeline that this machine should hold in memory."""
TABLES, LINES = (".csv", ".tsv"), (".json", ".jsonl")
"""What files with timelines are called."""
_SHOWN = 5
_BEGINNING = 400
_HEADER = re.compile(r'\{\s*"icsim"\s*:')


def incident_in(path: Path, which: str | None) -> History:
    """The incident in a file; of several the one named by its number, its id or words of its title.

    Raises `Unknown` when that names none or several, `Unusable` when it cannot be read, with every problem.
    """
    text = text_in(path)
    readings = read_histories(text, str(path))
    reading = readings[0] if which is None and len(readings) == 1 else _chosen(readings, which, path)
    if reading.value is None:
        shown = "\n".join(render(problem, text) for problem in reading.problems)
        raise Unusable(f"the timeline cannot be used:\n{shown}\n{counted(len(reading.problems), 'problem')}")
    return reading.value


def text_in(path: Path) -> str:
    """The text of a file. Raises `Unknown` where there is none, `Unusable` where it cannot be read."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unusable(f"{path} is too large for a timeline: at most {LARGEST:,} bytes")
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise Unknown(f"there is no file {str(path)!r}") from None
    except UnicodeDecodeError:
        raise Unusable(f"{path} is not UTF-8 text") from None
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None


def is_timeline(path: Path) -> bool:
    """Whether a file is a timeline rather than a recording: a table, or JSON but for a recording's header."""
    if not path.is_file() or path.suffix.lower() in TABLES:
        return path.is_file()
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            begins = file.read(_BEGINNING).removeprefix("\ufeff").lstrip()
    except OSError:
        return False
    return begins[:1] in ("{", "[") and not _HEADER.match(begins)


def _chosen(readings: Sequence[Reading[History]], which: str | None, path: Path) -> Reading[History]:
    numbered = dict(enumerate(readings, 1))
    if which is None:
        raise Unknown(f"{path} holds {len(readings)} incidents. Name one, --incident {_list(numbered)}")
    if which.isdecimal() and int(which) in numbered:
        return numbered[int(which)]
    named = {n: each for n, each in numbered.items() if each.value and _fits(each.value, which)}
    if len(named) != 1:
        many = f"{len(named)} incidents" if named else "no incident"
        among = named or numbered
        raise Unknown(f"{path} holds {many} called {which!r}. Name one, --incident {_list(among)}")
    return next(iter(named.values()))


def _fits(history: History, which: str) -> bool:
    return history.id == which or which.lower() in history.title.lower()


def _list(readings: dict[int, Reading[History]]) -> str:
    shown = [
        f"{number} ({each.value.began[:10]} {each.value.title[:50]})" if each.value else f"{number} (broken)"
        for number, each in list(readings.items())[:_SHOWN]
    ]
    return ", ".join(shown) + (", ..." if len(readings) > _SHOWN else "")
