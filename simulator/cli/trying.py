"""`icsim try`: players of all kinds play an outage many times; what they never reach is named."""

import json
from difflib import get_close_matches
from pathlib import Path

import click

from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, PROBLEMS, WrongUsage
from simulator.cli.progress import progress
from simulator.exercise.players import PLAYERS, USUAL
from simulator.library.trying import as_record, sweep, tell, trial, write_transcripts
from simulator.library.trying.crew import cores
from simulator.library.trying.whereabouts import whereabouts

SEEDS = 20


@click.command("try")
@click.argument("outage")
@click.option(
    "--seeds",
    type=click.IntRange(1, 10_000),
    default=SEEDS,
    show_default=True,
    metavar="N",
    help="So many seeds.",
)
@click.option("--players", metavar="A,B", help="These; the usual eight if not given.")
@click.option(
    "--transcripts",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Write each player's worst and median play there, to be read.",
)
@click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")
@click.option("-q", "--quiet", is_flag=True, help="Do not tell how far it has come.")
@click.option(
    "--jobs", type=click.IntRange(1, 256), metavar="N", help="Processes; one for each core if not given."
)
def command(
    outage: str,
    seeds: int,
    players: str | None,
    transcripts: Path | None,
    as_json: bool,
    quiet: bool,
    jobs: int | None,
) -> int:
    """Let players of every kind play an outage over and over.

    OUTAGE is an id from `icsim list`, or the path of a scenario file. Shown is who ends the impact under
    which cause, how far the players are apart, how hard it came out, and what no play ever reached, with its
    place. Exit code 1: something can never be reached, or a cause cannot be solved.

    \b
    Examples:
      icsim try write-stall
      icsim try my-outage.yaml --seeds 100 --transcripts plays/
      icsim try write-stall --players by-the-book,memorised --json
    """
    names = _players(players)
    with told():
        known = library()
        chosen = known.outage(outage)
    with progress(chosen.scenario.id, len(names) * seeds, quiet or as_json) as note:
        swept = sweep(chosen, names, seeds, jobs or cores(), note)
    found, paths = trial(swept), whereabouts(chosen, known, outage)
    record = json.dumps(as_record(found, paths), indent=2, ensure_ascii=False)
    click.echo(record if as_json else tell(found, paths))
    if transcripts:
        with told():
            written = write_transcripts(swept, transcripts)
        click.echo(f"icsim: {len(written)} transcripts in {transcripts}", err=True)
    return FINE if found.fine else PROBLEMS


def _players(named: str | None) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in (named or ",".join(USUAL)).split(",")))
    for name in names:
        if name not in PLAYERS:
            near = get_close_matches(name, PLAYERS, n=1, cutoff=0.5)
            hint = f"Did you mean {near[0]}?" if near else f"There is: {', '.join(PLAYERS)}."
            raise WrongUsage(f"there is no player {name!r}. {hint}")
    return names
