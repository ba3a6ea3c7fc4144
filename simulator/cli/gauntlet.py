"""`icsim gauntlet`: is the judge to be trusted? Players with one flaw, and cheats, are judged."""

import json
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, PROBLEMS, Problems, WrongUsage
from simulator.library import FIRST, Library, Outage
from simulator.library.gauntlet import (
    Gauntlet,
    Missed,
    as_record,
    missed,
    nowhere,
    plays,
    run_gauntlet,
    tell,
    tell_nowhere,
    tell_pooled,
)
from simulator.library.trying.crew import Told, cores

SEEDS = 20
TELLS = 10.0
"""Where no bar can be drawn, a line says every so many seconds how far it is."""


@click.command("gauntlet")
@click.argument("outages", nargs=-1, metavar="[OUTAGE]...")
@click.option("--all", "every", is_flag=True, help="Every outage there is, drills left out.")
@click.option(
    "--seeds", type=click.IntRange(1, 10_000), default=SEEDS, show_default=True, metavar="N",
    help="So many seeds.",
)  # fmt: skip
@click.option("--doctrine", metavar="D", help="Play and judge by another incident process, by id or file.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")
@click.option(
    "--picture", type=click.Path(path_type=Path), metavar="FILE", help="Draw the matrix there, as SVG or PNG."
)
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes; one for each core if not given."
)
def command(
    outages: tuple[str, ...],
    every: bool,
    seeds: int,
    doctrine: str | None,
    as_json: bool,
    picture: Path | None,
    jobs: int | None,
) -> int:
    """Test the judge by players with one flaw each, and by cheats.

    Who has one flaw is to lose points where the flaw is and nowhere else, and no cheat may pass.

    Everyone plays each OUTAGE (the first one if none is named) on the same seeds: by-the-book, the optimum,
    a player for each flaw, cheats, and random words. Shown is what each flaw costs on each axis against
    by-the-book, how often cheats pass, and which gates are missed. Exit code 1: a gate is missed.

    \b
    Examples:
      icsim gauntlet
      icsim gauntlet write-stall cold-cache --seeds 50
      icsim gauntlet --all --json > gauntlet.json
      icsim gauntlet write-stall --picture gauntlet.svg
    """
    known = library()
    with told():
        chosen = _chosen(known, outages, every, doctrine)
        found = [_run(known, outage, doctrine, seeds, jobs or cores()) for outage in chosen]
    everywhere = nowhere(found) if every else ()
    click.echo(_told(found, everywhere, as_json))
    if picture:
        _draw(found, picture)
    return PROBLEMS if everywhere or any(missed(each) for each in found) else FINE


def _chosen(known: Library, names: Sequence[str], every: bool, doctrine: str | None) -> list[Outage]:
    if every and names:
        raise WrongUsage("--all takes every outage; name some, or say --all")
    asked = [outage.scenario.id for outage in known.outages()] if every else (names or (FIRST,))
    return [known.outage(name, doctrine) for name in asked]


def _run(known: Library, outage: Outage, doctrine: str | None, seeds: int, jobs: int) -> Gauntlet:
    """One outage; when no doctrine was asked for, cheats are judged by every doctrine there is."""
    judges = [] if doctrine else [_under(known, outage, each) for each in known.ids("doctrine")]
    label = outage.scenario.id
    with _progress(label, plays(seeds)) as note:
        return run_gauntlet(outage, judges, seeds, jobs, note)


def _under(known: Library, outage: Outage, doctrine: str) -> Outage:
    return known.outage(outage.scenario.id, doctrine)


@contextmanager
def _progress(label: str, length: int) -> Iterator[Told]:
    """A bar where somebody looks, else a line from time to time; at the end, how long it took."""
    begun = time.perf_counter()
    if sys.stderr.isatty():
        with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
            yield bar.update
    else:
        yield _Lines(label, length, begun).note
    click.echo(f"icsim: {label}, {length} plays in {time.perf_counter() - begun:.1f} s", err=True)


class _Lines:
    """Says how far it is, not too often."""

    def __init__(self, label: str, length: int, begun: float) -> None:
        self._label, self._length, self._last, self._made = label, length, begun, 0

    def note(self, more: int) -> None:
        """Count more plays."""
        self._made += more
        if time.perf_counter() - self._last >= TELLS:
            self._last = time.perf_counter()
            click.echo(f"icsim: {self._label}, {self._made} of {self._length} plays", err=True)


def _told(found: Sequence[Gauntlet], everywhere: Sequence[Missed], as_json: bool) -> str:
    if as_json:
        return json.dumps(as_record(found, everywhere), indent=2, ensure_ascii=False)
    parts = (*map(tell, found), tell_pooled(found), tell_nowhere(everywhere))
    return "\n\n\n".join(part for part in parts if part)


def _draw(found: Sequence[Gauntlet], path: Path) -> None:
    from simulator.library.gauntlet.picture import draw

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draw(found, path.suffix.lower()))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problems(f"the picture cannot be written to {str(path)!r}: {reason}") from None
