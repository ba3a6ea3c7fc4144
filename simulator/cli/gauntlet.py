"""`icsim gauntlet`: is the judge to be trusted? Players with one flaw, and cheats, are judged."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, PROBLEMS, Problems, WrongUsage
from simulator.cli.progress import progress
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
from simulator.library.gauntlet.saved import saved
from simulator.library.trying.crew import cores

SEEDS = 20


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
    "--from", "records", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
    help="Play nothing; draw what --json wrote to FILE. Say it again for more files.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes; one for each core if not given."
)
def command(
    outages: tuple[str, ...],
    every: bool,
    as_json: bool,
    picture: Path | None,
    records: tuple[Path, ...],
    **how: Any,
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
      icsim gauntlet --from gauntlet.json --picture gauntlet.svg
    """
    if records:
        return _draw_saved(records, outages, picture, every or as_json)
    found = _found(outages, every, quietly=as_json, **how)
    everywhere = nowhere(found) if every else ()
    click.echo(_told(found, everywhere, as_json))
    if picture:
        _draw(as_record(found, everywhere), picture)
    return PROBLEMS if everywhere or any(missed(each) for each in found) else FINE


def _found(
    outages: Sequence[str], every: bool, quietly: bool, seeds: int, doctrine: str | None, jobs: int | None
) -> list[Gauntlet]:
    known = library()
    with told():
        chosen = _chosen(known, outages, every, doctrine)
        return [_run(known, outage, doctrine, seeds, jobs or cores(), quietly) for outage in chosen]


def _chosen(known: Library, names: Sequence[str], every: bool, doctrine: str | None) -> list[Outage]:
    if every and names:
        raise WrongUsage("--all takes every outage; name some, or say --all")
    asked = [outage.scenario.id for outage in known.outages()] if every else (names or (FIRST,))
    return [known.outage(name, doctrine) for name in asked]


def _run(
    known: Library, outage: Outage, doctrine: str | None, seeds: int, jobs: int, quiet: bool
) -> Gauntlet:
    """One outage; when no doctrine was asked for, cheats are judged by every doctrine there is."""
    judges = [] if doctrine else [_under(known, outage, each) for each in known.ids("doctrine")]
    with progress(outage.scenario.id, plays(seeds), quiet) as note:
        return run_gauntlet(outage, judges, seeds, jobs, note)


def _under(known: Library, outage: Outage, doctrine: str) -> Outage:
    return known.outage(outage.scenario.id, doctrine)


def _told(found: Sequence[Gauntlet], everywhere: Sequence[Missed], as_json: bool) -> str:
    if as_json:
        return json.dumps(as_record(found, everywhere), indent=2, ensure_ascii=False)
    parts = (*map(tell, found), tell_pooled(found), tell_nowhere(everywhere))
    return "\n\n\n".join(part for part in parts if part)


def _draw_saved(records: Sequence[Path], outages: Sequence[str], picture: Path | None, more: bool) -> int:
    """Draw what was saved: one table of all its outages, or of those named."""
    if picture is None or more:
        raise WrongUsage("--from draws what was saved: say --picture FILE with it, and name outages if any")
    with told():
        record = saved(records, outages)
    _draw(record, picture)
    click.echo(f"Picture: {picture}")
    return FINE


def _draw(record: Mapping[str, Any], path: Path) -> None:
    from simulator.library.gauntlet.picture import draw

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(draw(record, path.suffix.lower()))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problems(f"the picture cannot be written to {str(path)!r}: {reason}") from None
