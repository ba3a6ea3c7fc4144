"""`icsim replay`: does a recording still play as it was recorded?"""

import json

import click

from simulator.cli.outcome import FINE, PROBLEMS
from simulator.cli.recorded import recorded
from simulator.domain.notation import write_entry
from simulator.exercise import Difference, replay
from simulator.library import counted


@click.command("replay")
@click.argument("recording")
@click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")
def command(recording: str, as_json: bool) -> int:
    """Play a recording again and compare every entry.

    The commands are given once more; the first entry that comes out otherwise is shown, and the exit code
    is 1.

    \b
    Example:
      icsim replay icsim-plays/write-stall-7.jsonl
    """
    play = recorded(recording)
    header, entries = play.recording.header, play.recording.entries
    difference = replay(play.recording, play.outage.scenario, play.outage.doctrine).difference
    if as_json:
        record = {
            "recording": str(play.path), "same": difference is None, "entries": len(entries),
            "commands": len(play.recording.commands), "played_by": header.program,
            "difference": _record(difference), "damage": [str(each) for each in play.damage],
        }  # fmt: skip
        click.echo(json.dumps(record, indent=2, ensure_ascii=False))
    elif difference:
        click.echo(f"{play.path}: {difference}")
    else:
        said = counted(len(play.recording.commands), "command")
        click.echo(f"{play.path}: {said} played again, all {len(entries)} entries are the same.")
    return PROBLEMS if difference or play.damage else FINE


def _record(difference: Difference | None) -> dict[str, object] | None:
    if difference is None:
        return None
    shown = [each and write_entry(each) for each in (difference.recorded, difference.replayed)]
    return {
        "entry": difference.number, "recorded": shown[0], "replayed": shown[1],
        "recorded_by": difference.recorded_by, "replayed_by": difference.replayed_by,
    }  # fmt: skip
