"""Checking files of authors: every problem of every file, also of those that are in no library."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring import Problem, read_doctrine, read_organisation, read_scenario
from simulator.domain.origin import Origin
from simulator.library.library import Library
from simulator.library.shelf import LARGEST, Kept, keep, named

ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one file: its kind (empty when it is none of ours), its text and its problems."""

    path: Path
    kind: str
    text: str
    problems: tuple[Problem, ...]


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """The files among paths, and every YAML file in the folders among them."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix in ENDINGS and each.is_file())
        else:
            yield path


def check(path: Path, library: Library) -> Found:
    """The problems of a file; an outage is held against the organisation that lies nearest."""
    kept = keep(path, str(path))
    if kept is None:
        return Found(path, "", "", (_at_top(path, *_no_file(path)),))
    return Found(path, kept.kind, kept.text, _problems(kept, library))


def _problems(kept: Kept, library: Library) -> tuple[Problem, ...]:
    file = str(kept.path)
    if kept.kind == "organisation":
        return read_organisation(kept.text, file).problems
    if kept.kind == "doctrine":
        return read_doctrine(kept.text, file).problems
    return _scenario_problems(kept, library.beside(kept.path))


def _scenario_problems(kept: Kept, library: Library) -> tuple[Problem, ...]:
    name = named("organisation", kept.text)
    company = library.kept.get(("organisation", name))
    if company is None:
        known = ", ".join(library.ids("organisation"))
        told = f"there is no organisation {name!r}" if name else "no organisation is named"
        return (_at_key(kept, "organisation", told, f"one of {known}"),)
    reading = read_organisation(company.text, str(company.path))
    if reading.value is None:
        told = f"the organisation {name!r} has problems of its own: icsim check {company.path}"
        return (_at_key(kept, "organisation", told, "an organisation without problems"),)
    return read_scenario(kept.text, str(kept.path), reading.value, library.ids("doctrine")).problems


def _at_key(kept: Kept, key: str, message: str, expected: str) -> Problem:
    lines = kept.text.splitlines()
    number = next((n for n, line in enumerate(lines, 1) if line.startswith(f"{key}:")), 1)
    return Problem(Origin(str(kept.path), number, 1), message, expected, path=key, width=len(key))


def _at_top(path: Path, message: str, expected: str) -> Problem:
    return Problem(Origin(str(path), 1, 1), message, expected)


def _no_file(path: Path) -> tuple[str, str]:
    if not path.exists():
        return "there is no such file", "a file or a folder"
    try:
        if path.stat().st_size > LARGEST:
            return "the file is too large to be one of icsim", f"at most {LARGEST:,} bytes"
        path.read_text("utf-8")
    except UnicodeDecodeError:
        return "the file is not UTF-8 text", "YAML in UTF-8"
    except OSError as error:
        return f"the file cannot be read: {(error.strerror or str(error)).lower()}", "a file"
    return "nothing says which kind of file this is", "a first line such as `scenario: some-id`"
