"""`icsim review`: scorecard and debrief of a play."""

import sys
from pathlib import Path

import click

from simulator.cli.opening import recorded
from simulator.cli.outcome import FINE, Problems
from simulator.library.debriefing import FORMS, Form, debrief, shown, written
from simulator.terminal.screen import Screen

_HERE = "-"


@click.command("review")
@click.argument("recording")
@click.option("--doctrine", metavar="D", help="Judge by another incident process, by its id or its file.")
@click.option("--format", "form", type=click.Choice(FORMS), default="html", show_default=True)
@click.option(
    "--out",
    metavar="PATH",
    help="Where the debrief goes: beside the recording if not given, - is the output.",
)
def command(recording: str, doctrine: str | None, form: Form, out: str | None) -> int:
    """Judge a play: show its scorecard, write its debrief.

    JSON goes to the output, for scripts, unless --out names a file.

    \b
    Examples:
      icsim review icsim-plays/write-stall-7.jsonl
      icsim review write-stall-7 --doctrine pagerduty --format md
      icsim review write-stall-7 --format json | jq .verdict
    """
    play = recorded(recording, doctrine)
    report = debrief(play.recording, play.outage)
    text = written(report, form)
    if out == _HERE or (out is None and form == "json"):
        click.echo(text, nl=not text.endswith("\n"))
        return FINE
    other = f".{play.outage.doctrine.id}" if play.outage.doctrine.id != play.recording.header.doctrine else ""
    page = Path(out) if out else play.path.with_suffix(f"{other}.{form}")
    _write(page, text)
    screen = Screen.of(sys.stdout)
    judged = [f"Judged by {play.outage.doctrine.title}.", ""] if other else []
    screen.show([*judged, *shown(report, screen.width, screen.paint.on).splitlines(), "", f"Debrief: {page}"])
    return FINE


def _write(page: Path, text: str) -> None:
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problems(f"the debrief cannot be written to {str(page)!r}: {reason}") from None
