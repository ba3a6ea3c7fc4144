"""The library: every outage, organisation and doctrine there is, shipped and one's own, by id."""

import os
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from simulator.authoring import Kind
from simulator.domain.source import Source
from simulator.domain.value import Value
from simulator.library.outage import Outage, Written, make
from simulator.library.places import OWN_FOLDERS, own_folders, shipped
from simulator.library.shelf import FOLDERS, Kept, keep, look_along, named
from simulator.library.trouble import Faulty, Unknown

FIRST = "write-stall"
"""The outage to begin with."""
_A: Mapping[Kind, str] = {
    "organisation": "an organisation",
    "doctrine": "a doctrine",
    "scenario": "a scenario",
}
MANY = 12
"""More names than these are not listed in an answer."""
_LIKE_A_FILE = (".yaml", ".yml")


class Library(Value):
    """What there is to play. `notes` say which folders of one's own could not be used."""

    kept: Mapping[tuple[Kind, str], Kept]
    notes: tuple[str, ...] = ()

    @classmethod
    def open(cls, folders: Iterable[Path] | None = None) -> "Library":
        """The shipped shelf and those of one's own, which may add to it or replace what is on it."""
        own = own_folders() if folders is None else tuple(folders)
        missing = tuple(
            f"{OWN_FOLDERS} names {folder}, which is no folder" for folder in own if not folder.is_dir()
        )
        shelves = (shipped("scenarios"), *reversed(own))
        return cls({(k.kind, k.id): k for shelf in shelves for k in look_along(shelf)}, missing)

    def beside(self, path: Path) -> "Library":
        """This library with what lies beside a file put in front: all of the shelf it lies on."""
        folders = [path.parent.parent] if path.parent.name in FOLDERS else []
        near = [kept for folder in (*folders, path.parent) for kept in look_along(folder)]
        return Library({**self.kept, **{(kept.kind, kept.id): kept for kept in near}}, self.notes)

    def ids(self, kind: Kind) -> tuple[str, ...]:
        """The ids of a kind of file, in order."""
        return tuple(sorted(each for of, each in self.kept if of == kind))

    def outages(self) -> tuple[Outage, ...]:
        """Every outage that can be played, easiest first. `faults` has the others."""
        return tuple(each for each in self.exercises() if each.scenario.drill is None)

    def drills(self) -> tuple[Outage, ...]:
        """Every drill, easiest first."""
        return tuple(each for each in self.exercises() if each.scenario.drill is not None)

    def exercises(self) -> tuple[Outage, ...]:
        """Every outage and every drill, easiest first."""
        found = [outage for outage in self._all() if isinstance(outage, Outage)]
        return tuple(sorted(found, key=lambda o: (o.scenario.difficulty, o.scenario.id)))

    def faults(self) -> tuple[Faulty | Unknown, ...]:
        """Why some outages cannot be played."""
        return tuple(fault for fault in self._all() if not isinstance(fault, Outage))

    def _all(self) -> list[Outage | Faulty | Unknown]:
        found: list[Outage | Faulty | Unknown] = []
        for each in self.ids("scenario"):
            try:
                found.append(self.outage(each))
            except (Faulty, Unknown) as reason:
                found.append(reason)
        return found

    def outage(self, name: str, doctrine: str | None = None) -> Outage:
        """An outage by its id, or a file's path, under its own doctrine or another, also by id or path.

        Raises `Unknown` for a name that nothing has, with the near misses; `Faulty` for a file with problems.
        """
        if not _like_a_file(name):
            return self.made(self._find("scenario", name, "outage"), doctrine)
        kept, near = _file(name, "scenario"), self.beside(Path(name))
        return near.made(kept, doctrine)

    def doctrine(self, name: str) -> Written:
        """A doctrine's text by its id or its file's path."""
        kept = _file(name, "doctrine") if _like_a_file(name) else self._find("doctrine", name, "doctrine")
        return _written(kept)

    def made(self, scenario: Kept, doctrine: str | None = None) -> Outage:
        """The outage of a scenario file, with the organisation and the doctrine that it names."""
        company = named("organisation", scenario.text)
        if not company:
            raise Unknown(f"{scenario.path} needs a line such as `organisation: parley`")
        organisation = self._find("organisation", company, "organisation", f"; {scenario.path} names it")
        process = doctrine or named("doctrine", scenario.text) or named("doctrine", organisation.text)
        if not process:
            raise Unknown(f"{organisation.path} needs a line such as `doctrine: intercom`")
        written = (_written(organisation), self.doctrine(process), _written(scenario))
        return make(*written, self.ids("doctrine"))

    def _find(self, kind: Kind, name: str, noun: str, why: str = "") -> Kept:
        kept = self.kept.get((kind, name)) or self.kept.get((kind, name.strip().lower().replace(" ", "-")))
        if kept is None:
            raise Unknown(f"there is no {noun} {name!r}{why}. {_near(name, self.ids(kind), noun)}")
        return kept


def _like_a_file(name: str) -> bool:
    return name.endswith(_LIKE_A_FILE) or "/" in name or os.sep in name


def _file(name: str, kind: Kind) -> Kept:
    path = Path(name)
    if not path.is_file():
        raise Unknown(f"there is no file {name!r}")
    kept = keep(path, path.name)
    if kept is None or kept.kind != kind:
        what = _A[kept.kind] if kept else "no YAML file of icsim"
        raise Unknown(f"{name!r} is {what}, and {_A[kind]} was asked for")
    return kept


def _written(kept: Kept) -> Written:
    return Written(Source(kept.kind, kept.name, kept.text), kept.path)


def _near(name: str, ids: tuple[str, ...], noun: str) -> str:
    close = get_close_matches(name.lower(), ids, n=3, cutoff=0.5) or [e for e in ids if name.lower() in e][:3]
    if close:
        return f"Did you mean {' or '.join(close)}?"
    if len(ids) > MANY:
        return f"There are {len(ids)}, such as {', '.join(ids[:3])}; icsim list shows all."
    return f"There is: {', '.join(ids)}." if ids else f"There is no {noun} at all."
