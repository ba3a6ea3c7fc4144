"""`icsim list`: the outages and drills there are to play."""

import json
from collections.abc import Iterator

import click

from simulator.cli.opening import library
from simulator.cli.saying import row, say
from simulator.domain.calling import as_called
from simulator.domain.duration import show_minutes
from simulator.library import FIRST, Library, Outage


@click.command("list")
@click.option("--lessons", is_flag=True, help="Also what each teaches, which gives some of it away.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: a JSON list; lengths in seconds.")
def command(lessons: bool, as_json: bool) -> None:
    """List the outages and drills there are to play.

    \b
    Example:
      icsim list
      icsim list --json

    Folders of your own are added by the environment variable ICSIM_SCENARIOS.
    """
    known = library()
    records = [_record(each) for each in (*known.outages(), *known.drills())]
    if as_json:
        click.echo(json.dumps(records, indent=2))
    else:
        say(_lines(known, lessons))
    for fault in known.faults():
        click.echo(as_called(f"icsim: {fault}. To see what: icsim check FILE"), err=True)


def _record(outage: Outage) -> dict[str, object]:
    scenario = outage.scenario
    return {
        "id": scenario.id, "kind": "drill" if scenario.drill else "outage", "title": scenario.title,
        "organisation": scenario.organisation.id, "difficulty": scenario.difficulty,
        "length": scenario.length, "teaches": list(scenario.teaches),
        "boss": scenario.boss,
    }  # fmt: skip


def _lines(known: Library, lessons: bool) -> Iterator[str]:
    outages, drills = known.outages(), known.drills()
    wide = max((len(each.scenario.id) for each in (*outages, *drills)), default=0)
    for outage in outages:
        scenario = outage.scenario
        yield from row(f"{scenario.id:<{wide}}  ", scenario.title)
        level = f"difficulty {scenario.difficulty} of 5, about {show_minutes(scenario.length)}"
        boss = "; a boss outage" if scenario.boss else ""
        yield from row(f"{'':<{wide}}  ", f"{scenario.organisation.id}; {level}{boss}")
        if lessons:
            yield from row(f"{'':<{wide}}  ", f"teaches {', '.join(scenario.teaches)}")
    yield f"\nTo play one: icsim play {FIRST}"
    if drills:
        yield "\nDrills, one decision each:"
        yield from (line for drill in drills for line in drill_lines(drill, wide))
        yield "\nTo do one: icsim drill"


def drill_lines(drill: Outage, wide: int) -> Iterator[str]:
    """A drill in two lines: what is going on, and the task."""
    scenario = drill.scenario
    yield from row(f"{scenario.id:<{wide}}  ", scenario.title)
    yield from row(f"{'':<{wide}}  ", scenario.drill.task if scenario.drill else "")
