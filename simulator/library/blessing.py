"""Blessed plays: courses of an outage that were found right, kept so that a change to it shows its effect.

A blessed play is a recording without texts and entries, so that its commands are given to the outage as it is
now, and a transcript beside it to compare with. One that was written as a script keeps that too, and is made
from it again.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from simulator.domain.value import Value
from simulator.exercise import Header, Line, Recording, read_recording
from simulator.exercise.script import Stray, run_script
from simulator.library.debriefing import to_its_end
from simulator.library.library import Library
from simulator.library.outage import Outage
from simulator.library.places import guards, own_folders, shipped
from simulator.library.plays import ENDING
from simulator.library.recordings import open_play
from simulator.library.transcript import first_difference, transcript
from simulator.library.trouble import Unknown, Unusable

FOLDER = "plays"
"""Where blessed plays lie beside the outages of a folder, each in a folder by its outage's id."""
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class CannotBless(Unusable):
    """A play cannot be kept as it was asked for."""


class Blessed(Value):
    """A blessed play by the path of its recording; the files beside it have the same name."""

    path: Path

    @property
    def transcript(self) -> Path:
        """What is read and compared."""
        return self.path.with_suffix(".txt")

    @property
    def script(self) -> Path:
        """What it was written as, if it was."""
        return self.path.with_suffix(".script")


class Made(Value):
    """A blessed play as it comes out now; `strays` are the lines of its script that went astray."""

    recording: Recording
    transcript: str
    strays: tuple[Stray, ...] = ()


def make_again(blessed: Blessed, library: Library) -> Made:
    """Play a blessed play with its outage as it is now."""
    near = library.beside(blessed.path.parent.parent)
    play = open_play(blessed.path, near)
    if play.damage:
        raise CannotBless(f"{play.path} is damaged at {play.damage[0]}. Mend it, or bless the play anew")
    if blessed.script.is_file():
        return from_script(blessed.script, play.outage, play.recording.header.seed)
    return from_recording(play.recording, play.outage)


def from_script(script: Path, outage: Outage, seed: int) -> Made:
    """The play that a script makes."""
    exercise = outage.exercise(seed)
    try:
        strays = run_script(exercise, script.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise CannotBless(f"{script}: {error}") from None
    return from_recording(exercise.recording, outage, strays)


def from_recording(recording: Recording, outage: Outage, strays: tuple[Stray, ...] = ()) -> Made:
    """The play that a recording's commands make, whatever came of them when they were recorded."""
    seed, commands = recording.header.seed, recording.commands
    bare = Recording(Header(seed, outage.scenario.id, outage.doctrine.id), commands, (), commands)
    return Made(bare, transcript(outage, seed, to_its_end(bare, outage), strays), strays)


def keep(blessed: Blessed, made: Made) -> None:
    """Write a blessed play; the recording only when its commands have changed."""
    blessed.path.parent.mkdir(parents=True, exist_ok=True)
    old = _kept(blessed.path)
    if old is None or _course(old) != _course(made.recording):
        blessed.path.write_text(made.recording.text(), "utf-8")
    blessed.transcript.write_text(made.transcript, "utf-8")


def difference(blessed: Blessed, made: Made) -> str:
    """Where the kept play and the one that comes out now part; empty when they do not."""
    if not blessed.transcript.is_file():
        return f"{blessed.transcript}: there is no such transcript yet"
    told = first_difference(blessed.transcript.read_text("utf-8"), made.transcript)
    old = _kept(blessed.path)
    if not told and old is not None and _course(old) != _course(made.recording):
        return f"{blessed.path}: its commands are not those of {blessed.script.name}"
    return f"{blessed.transcript}: {told}" if told else ""


def _kept(path: Path) -> Recording | None:
    return read_recording(path.read_text("utf-8")).recording if path.is_file() else None


def _course(recording: Recording) -> tuple[int, str, str, tuple[Line, ...]]:
    header = recording.header
    return header.seed, header.scenario, header.doctrine, recording.commands


def named(name: str, outage: Outage, library: Library) -> Blessed:
    """Where a play of an outage is kept: with icsim when that ships the outage, else beside the outage."""
    if not _NAME.fullmatch(name):
        raise CannotBless(f"{name!r} is no name for a play; write small letters, digits and dashes")
    id_ = outage.scenario.id
    kept = library.kept.get(("scenario", id_))
    if kept is None:
        raise Unknown(f"{id_!r} is in no folder of outages; name its folder in ICSIM_SCENARIOS")
    return Blessed(_home(kept.path.parent) / id_ / f"{name}{ENDING}")


def _home(folder: Path) -> Path:
    return (guards() if folder == shipped("scenarios") else folder) / FOLDER


def every(paths: Iterable[Path] = ()) -> Iterator[Blessed]:
    """The blessed plays at paths; without paths all that lie with icsim or in folders of one's own."""
    places = tuple(paths) or (_home(shipped("scenarios")), *map(_home, own_folders()))
    for place in places:
        if place.is_dir():
            yield from (Blessed(path) for path in sorted(place.rglob(f"*{ENDING}")))
        elif place.suffix in (ENDING, ".txt", ".script") and place.with_suffix(ENDING).is_file():
            yield Blessed(place.with_suffix(ENDING))
        elif paths:
            raise Unknown(f"there is no blessed play at {str(place)!r}")
