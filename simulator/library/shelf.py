"""A shelf: a folder with organisations, doctrines and outages, and what each file in it calls itself."""

import re
from collections.abc import Iterator
from pathlib import Path

from simulator.authoring import Kind, kind_of
from simulator.domain.value import Value

LARGEST = 1_000_000
"""A larger file (bytes) is none of ours."""
FOLDERS = ("organisations", "doctrines", "drills")
"""The folders of a shelf, beside the outages that lie on it."""
_ENDINGS = (".yaml", ".yml")


class Kept(Value):
    """A file of a shelf: its kind, its id, its path, its text, and what recordings call it."""

    kind: Kind
    id: str
    path: Path
    text: str
    name: str


def look_along(shelf: Path) -> Iterator[Kept]:
    """The files of a shelf: outages in the folder itself, the others in it or in folders of their own."""
    for folder in ("", *FOLDERS):
        place = shelf / folder
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            kept = keep(path, str(path.relative_to(shelf).as_posix())) if path.suffix in _ENDINGS else None
            if kept:
                yield kept


def keep(path: Path, name: str) -> Kept | None:
    """A file if it is one of ours, whatever its faults; `name` is what recordings call it."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    kind = kind_of(text, str(path))
    if kind is None:
        return None
    return Kept(kind, named(kind, text) or path.stem, path, text, name)


def named(key: str, text: str) -> str:
    """The id written at a key of a text's margin, empty when there is none."""
    value = r"""[ \t]*:[ \t]+(["']?)([^"'#\s][^"'#\n]*?)\1[ \t]*(?:#.*)?\r?$"""
    match = re.search(f"^{key}{value}", text, re.MULTILINE)
    return match[2] if match else ""
