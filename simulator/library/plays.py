"""Where recordings go and how they are found again: in `icsim-plays/`, unless one says where."""

import shlex
from difflib import get_close_matches
from pathlib import Path

from simulator.library.places import PLAYS
from simulator.library.trouble import Unknown

ENDING = ".jsonl"


def new_play(outage: str, seed: int) -> Path:
    """A name that no recording has yet: `icsim-plays/write-stall-4821.jsonl`, then `-2`, `-3`."""
    return _unused(Path(PLAYS) / f"{outage}-{seed}")


def new_variation(parent: Path, tail: str = "whatif") -> Path:
    """A name beside a recording for another course of it: `write-stall-4821-whatif.jsonl`, then `-2`."""
    stem = parent.name.removesuffix(ENDING)
    return _unused(parent.with_name(stem if stem.endswith(f"-{tail}") else f"{stem}-{tail}"))


def name_of(path: Path) -> str:
    """The shortest words by which a command finds a recording from here: `write-stall-4821`."""
    short = path.absolute().parent == Path(PLAYS).absolute() and path.suffix == ENDING
    return shlex.quote(path.stem if short else str(path))


def played(outage: str, folder: Path | None = None) -> bool:
    """Whether there is a recording of an outage or drill among one's plays."""
    return any((Path(PLAYS) if folder is None else folder).glob(f"{outage}-[0-9]*{ENDING}"))


def _unused(stem: Path) -> Path:
    tails = ("", *(f"-{number}" for number in range(2, 10_000)))
    names = (stem.with_name(f"{stem.name}{tail}{ENDING}") for tail in tails)
    return next(name for name in names if not name.exists())


def find_play(name: str) -> Path:
    """The recording at a path, or by its bare name in `icsim-plays/`. Raises `Unknown` with near misses."""
    path, kept = Path(name), Path(PLAYS) / Path(name).name
    if path.is_dir():
        raise Unknown(f"{name!r} is a folder, and a recording was asked for. {_latest(path)}")
    for place in (path, kept, kept.with_name(kept.name + ENDING)):
        if place.is_file():
            return place
    raise Unknown(f"there is no recording {name!r}. {_near(kept.stem)}")


def _near(name: str) -> str:
    folder = Path(PLAYS)
    there = folder.glob(f"*{ENDING}")
    by_name = {path.stem: path for path in there}
    close = get_close_matches(name, by_name, n=3, cutoff=0.6)
    if close:
        return f"Did you mean {' or '.join(str(by_name[each]) for each in close)}?"
    return _latest(folder)


def _latest(folder: Path) -> str:
    """The recording in a folder that was made last, or how to make one."""
    last = latest_play(folder)
    if last:
        return f"The latest one is {last}."
    if folder.resolve() != Path(PLAYS).resolve():
        return "There is none in it."
    return f"Recordings are made by `icsim play` and kept in {folder}{'/'}."


def latest_play(folder: Path) -> Path | None:
    """The recording in a folder that was made last."""
    there = sorted(folder.glob(f"*{ENDING}"), key=lambda path: path.stat().st_mtime)
    return there[-1] if there else None
