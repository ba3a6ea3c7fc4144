"""An outage that a facilitator brings along: data, checked as `icsim check` does, and nothing else."""

from pathlib import Path
from tempfile import TemporaryDirectory

from simulator.authoring import render
from simulator.domain.value import Value
from simulator.library import Library, Outage, Unusable
from simulator.library.checking import check, criticise

NAME = "uploaded.yaml"
MARK = "uploaded:"
"""How the ids of such outages begin where rooms are opened, so that they hide none of the library's."""
MOST = 50


class Examined(Value):
    """What was found in a file: each problem with its place, and the outage if it can be played."""

    problems: tuple[str, ...]
    outage: Outage | None


def examine(text: str, library: Library) -> Examined:
    """Read a file's text. What only the critic minds is told too, and keeps nobody from playing it."""
    with TemporaryDirectory(prefix="icsim-upload-") as folder:
        path = Path(folder) / NAME
        path.write_text(text, "utf-8")
        faults, found = check(path, library), criticise(path, library)
        told = tuple(render(each, found.text).replace(f"{folder}/", "") for each in found.problems)
        if faults.problems:
            return Examined(told, None)
        if found.kind != "scenario":
            return Examined((*told, f"{NAME}: this is no outage but another file of icsim"), None)
        try:
            return Examined(told, library.outage(str(path)))
        except Unusable as why:
            return Examined((*told, str(why).replace(f"{folder}/", "")), None)


class Uploads:
    """The outages that were brought along since the server began; rooms that play one hold its text."""

    def __init__(self) -> None:
        self._outages: dict[str, Outage] = {}

    def take(self, outage: Outage) -> str:
        """Keep one; what it is called where rooms are opened."""
        name = MARK + outage.scenario.id
        self._outages.pop(name, None)
        self._outages[name] = outage
        if len(self._outages) > MOST:
            del self._outages[next(iter(self._outages))]
        return name

    def get(self, name: str) -> Outage | None:
        """One that was brought along."""
        return self._outages.get(name)
