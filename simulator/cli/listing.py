"""`icsim list`: the outages there are to play."""

import json
from collections.abc import Iterator

import click

from simulator.cli.opening import library
from simulator.domain.duration import show_minutes
from simulator.library import FIRST, Outage


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="For scripts: a JSON list; lengths in seconds.")
def command(as_json: bool) -> None:
    """List the outages there are to play.

    \b
    Example:
      icsim list
      icsim list --json

    Folders of your own are added by the environment variable ICSIM_SCENARIOS.
    """
    known = library()
    outages = known.outages()
    click.echo(json.dumps([_record(o) for o in outages], indent=2) if as_json else "\n".join(_lines(outages)))
    for fault in known.faults():
        click.echo(f"icsim: {fault}. To see what: icsim check FILE", err=True)


def _record(outage: Outage) -> dict[str, object]:
    scenario = outage.scenario
    return {
        "id": scenario.id, "title": scenario.title, "organisation": scenario.organisation.id,
        "difficulty": scenario.difficulty, "length": scenario.length, "teaches": list(scenario.teaches),
    }  # fmt: skip


def _lines(outages: tuple[Outage, ...]) -> Iterator[str]:
    wide = max((len(outage.scenario.id) for outage in outages), default=0)
    for outage in outages:
        scenario = outage.scenario
        yield f"{scenario.id:<{wide}}  {scenario.title}"
        level = f"difficulty {scenario.difficulty} of 5, about {show_minutes(scenario.length)}"
        yield f"{'':<{wide}}  {scenario.organisation.id}; {level}"
        yield f"{'':<{wide}}  teaches {', '.join(scenario.teaches)}"
    yield f"\nTo play one: icsim play {FIRST}"
