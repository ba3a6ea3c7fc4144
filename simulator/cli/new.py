"""`icsim new`: a small file to begin with."""

from pathlib import Path

import click

from simulator.authoring import KINDS, Kind
from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, WrongUsage
from simulator.cli.saying import say
from simulator.domain.history import History
from simulator.library.starting import Start, put, start, text_of
from simulator.library.timelines import incident_in

_PATH = click.Path(path_type=Path)


@click.command("new")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name")
@click.option(
    "--into", type=_PATH, default=".", metavar="FOLDER", help="The folder of your files; here if not given."
)
@click.option("--organisation", metavar="O", help="Scenario: the company that it happens to.")
@click.option("--doctrine", metavar="D", help="Organisation: its incident process.")
@click.option(
    "--from-timeline",
    "timeline",
    type=_PATH,
    metavar="FILE",
    help="Scenario: begin with a real incident, from CSV, JSON or a status page's incidents.",
)
@click.option(
    "--incident", metavar="WHICH", help="One of several in that file: number, id or words of its title."
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
def command(
    kind: Kind, name: str, into: Path, timeline: Path | None, force: bool, **given: str | None
) -> int:
    """Write a small file to begin with, which can be played at once.

    NAME is its id: small letters, digits and hyphens. The file says by its comments what may be changed.

    \b
    Examples:
      icsim new scenario slow-inbox
      icsim new organisation acme
      icsim new scenario lost-orders --organisation acme
      icsim new scenario last-march --from-timeline incident.csv
    """
    _fitting(kind, timeline, given)
    known = library()
    with told():
        begun = start(kind, name, into, known, replace=force)
        history = incident_in(timeline, given["incident"]) if timeline else None
        put(begun, text_of(begun, known, given["organisation"], given["doctrine"], history))
    say(_told(begun, history))
    return FINE


def _fitting(kind: Kind, timeline: Path | None, given: dict[str, str | None]) -> None:
    of = {"--organisation": "scenario", "--doctrine": "organisation", "--from-timeline": "scenario"}
    values = {
        "--organisation": given["organisation"],
        "--doctrine": given["doctrine"],
        "--from-timeline": timeline,
    }
    for option, value in values.items():
        if value is not None and of[option] != kind:
            raise WrongUsage(f"{option} is for a new {of[option]}, not for a {kind}")
    if given["incident"] is not None and timeline is None:
        raise WrongUsage("--incident is for --from-timeline FILE")


def _told(begun: Start, history: History | None) -> list[str]:
    path = begun.path
    check = f"  icsim check {path}"
    after = {
        "scenario": f"  icsim play {path}",
        "organisation": f"  icsim new scenario first-outage --organisation {begun.id}",
        "doctrine": f"  icsim play --doctrine {path}",
    }
    events = f", with {len(history.events)} events of the real incident" if history else ""
    return [f"Wrote {path}{events}.", "Read it, change it, then:", check, after[begun.kind]]
