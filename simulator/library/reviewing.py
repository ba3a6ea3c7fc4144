"""Real incidents reviewed: one with its page, or as many as some folders and files hold, together."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, TypeAlias

from simulator.authoring import render
from simulator.authoring.history import read_histories
from simulator.debrief import plain_json
from simulator.debrief.real import (
    Account,
    Reviewed,
    Survey,
    account,
    account_html,
    account_markdown,
    account_text,
    reviewed,
    survey,
    survey_html,
    survey_markdown,
    survey_text,
)
from simulator.domain.doctrine import Doctrine
from simulator.domain.value import Value
from simulator.library.library import Library
from simulator.library.outage import process_in
from simulator.library.places import shipped
from simulator.library.starting import DOCTRINE
from simulator.library.timelines import LINES, TABLES, incident_in, is_timeline, text_in
from simulator.library.trouble import Unknown, Unusable

Form: TypeAlias = Literal["html", "md", "json"]


class Found(Value):
    """The incidents in some files, and what could not be read, each told with its place."""

    incidents: tuple[Reviewed, ...]
    problems: tuple[str, ...]


def process_of(name: str | None, library: Library) -> Doctrine:
    """The doctrine of a name or file, the usual one without. Raises `Unknown` or `Faulty`."""
    return process_in(library.doctrine(name or DOCTRINE))


def review_one(path: Path, which: str | None, doctrine: Doctrine) -> Account:
    """The account of the incident in a file. Raises `Unknown` or `Unusable`, with every problem."""
    return account(incident_in(path, which), doctrine)


def review_many(paths: Iterable[Path], doctrine: Doctrine) -> Survey:
    """The survey of every incident in some files and folders. What is broken is told, and the rest reviewed.

    Raises `Unknown` for a path that is not there, and where no incident is found at all.
    """
    found = found_in(paths, doctrine)
    if not found.incidents and not found.problems:
        raise Unknown("there is no timeline of an incident in there")
    return survey(found.incidents, doctrine, found.problems)


def found_in(paths: Iterable[Path], doctrine: Doctrine) -> Found:
    """Every incident, reviewed, in the order of files and lines."""
    incidents, problems = list[Reviewed](), list[str]()
    for path in _files(paths):
        try:
            text = text_in(path)
        except Unusable as reason:
            problems.append(str(reason))
            continue
        for reading in read_histories(text, str(path)):
            if reading.value is not None:
                incidents.append(reviewed(reading.value, doctrine, str(path)))
            problems += [render(problem, text) for problem in reading.problems]
    return Found(tuple(incidents), tuple(problems))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files named, and the timelines in the folders named; recordings of plays lie in folders, too."""
    for path in paths:
        if path.is_dir():
            inside = (each for each in sorted(path.rglob("*")) if each.suffix.lower() in (*TABLES, *LINES))
            yield from (each for each in inside if is_timeline(each))
        elif path.exists():
            yield path
        else:
            raise Unknown(f"there is no file or folder {str(path)!r}")


def told_one(told: Account, form: Form) -> str:
    """The account as a file of some form holds it."""
    if form == "json":
        return plain_json(told)
    return (account_html if form == "html" else account_markdown)(told, shipped("reports"))


def told_many(told: Survey, form: Form) -> str:
    """The survey as a file of some form holds it."""
    if form == "json":
        return plain_json(told)
    return (survey_html if form == "html" else survey_markdown)(told, shipped("reports"))


def shown_one(told: Account, width: int, colour: bool) -> str:
    """The account as a terminal shows it."""
    return account_text(told, width, colour)


def shown_many(told: Survey, width: int, colour: bool) -> str:
    """The survey as a terminal shows it."""
    return survey_text(told, width, colour)
