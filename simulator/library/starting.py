"""Starting a file of one's own: where it goes, what it is called, and what it is filled from."""

import re
from collections.abc import Sequence
from pathlib import Path

from simulator.authoring import Kind, read_doctrine, read_organisation
from simulator.authoring.start import cast, fill, noticed, past, written
from simulator.domain.history import History
from simulator.domain.organisation import Organisation
from simulator.domain.prose.capital import capital
from simulator.domain.value import Value
from simulator.domain.week import WEEK
from simulator.library.library import Library
from simulator.library.places import shipped
from simulator.library.shelf import Kept, look_along
from simulator.library.trouble import Unknown, Unusable

DOCTRINE, COMPANY = "intercom", "parley"
"""What a new file names when nothing else is at hand."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_ID = 60
_FOLDERS: dict[Kind, str] = {"organisation": "organisations", "doctrine": "doctrines", "scenario": ""}
_LENGTH, _BEGAN = "40m", "5m"


class Start(Value):
    """A file to be written: what kind it is, its id, its place; whether it may replace what is there."""

    kind: Kind
    id: str
    path: Path
    replace: bool

    @property
    def shelf(self) -> Path:
        """The folder that holds outages, organisations and doctrines together."""
        return self.path.parent.parent if _FOLDERS[self.kind] else self.path.parent


def start(kind: Kind, name: str, into: Path, library: Library, *, replace: bool = False) -> Start:
    """A place for a new file. Raises `Unknown` for a bad or taken name, `Unusable` for a taken place."""
    if not _ID.fullmatch(name) or len(name) > _LONGEST_ID:
        raise Unknown(f"{name!r} is no name for a file of icsim: small letters, digits, hyphens{_like(name)}")
    folder = into if into.name == _FOLDERS[kind] else into / _FOLDERS[kind]
    path = folder / f"{name}.yaml"
    if path.exists() and not replace:
        raise Unusable(f"{path} is there already. Use another name, or --force to write over it")
    other = library.kept.get((kind, name))
    if other and not replace and not path.exists():
        told = f"the {kind} {other.path} is called {name!r} already"
        raise Unknown(f"{told}. Use another name, or --force to take its place")
    return Start(kind, name, path, replace)


def _like(name: str) -> str:
    close = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:_LONGEST_ID].strip("-")
    return f", such as {close}" if close else ""


def text_of(
    begun: Start, library: Library, organisation: str | None, doctrine: str | None, history: History | None
) -> str:
    """The text of a new file. Raises `Unknown` for an organisation or doctrine that nobody has."""
    template = (shipped("scenarios") / "templates" / f"{begun.kind}.yaml.in").read_text("utf-8")
    title = begun.id.replace("-", " ")
    words = {"id": written(begun.id), "title": written(capital(title))}
    near = library.beside(begun.shelf / begun.path.name)
    if begun.kind == "organisation":
        words["doctrine"] = written(_kept("doctrine", doctrine or DOCTRINE, near).id)
    elif begun.kind == "scenario":
        words |= _outage(near, organisation or _nearest(begun.shelf), history)
    return fill(template, words)


def _outage(library: Library, name: str, history: History | None) -> dict[str, str]:
    company = _company(library, name)
    words = {
        "length": _LENGTH,
        "began": _BEGAN,
        "what": "Write what happened and when.",
        "source": "Write where that is described.",
        **cast(company, _severities(company, library), _starts(history) if history else None),
    }
    return words | (past(history) if history else {})


def _starts(history: History) -> int | None:
    """The moment of the week at which a play of it begins."""
    return None if history.moment is None else (history.moment + noticed(history)) % WEEK


def _nearest(folder: Path) -> str:
    """The one organisation in a folder, else the shipped one."""
    own = [kept.id for kept in look_along(folder) if kept.kind == "organisation"] if folder.is_dir() else []
    if len(own) > 1:
        raise Unknown(f"there are several organisations here. Name one: --organisation {' or '.join(own)}")
    return own[0] if own else COMPANY


def _company(library: Library, name: str) -> Organisation:
    kept = _kept("organisation", name, library)
    company = read_organisation(kept.text, str(kept.path)).value
    if company is None:
        raise Unusable(f"the organisation {name!r} has problems of its own: icsim check {kept.path}")
    return company


def _severities(company: Organisation, library: Library) -> Sequence[str]:
    kept = _kept("doctrine", company.doctrine, library)
    process = read_doctrine(kept.text, str(kept.path)).value
    if process is None:
        raise Unusable(f"the doctrine {company.doctrine!r} has problems of its own: icsim check {kept.path}")
    return tuple(process.severities)


def _kept(kind: Kind, name: str, library: Library) -> Kept:
    kept = library.kept.get((kind, name))
    if kept is None:
        raise Unknown(f"there is no {kind} {name!r}. There is: {', '.join(library.ids(kind))}")
    return kept


def put(begun: Start, text: str) -> None:
    """Write a new file. Raises `Unusable` when that cannot be done."""
    try:
        begun.path.parent.mkdir(parents=True, exist_ok=True)
        with begun.path.open("w" if begun.replace else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Unusable(
            f"{begun.path} cannot be written: {reason}. Name another folder: --into FOLDER"
        ) from None
