"""`icsim history`: a person's own plays, kept on their machine."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import click

from simulator.cli.keeping import keep
from simulator.cli.opening import told
from simulator.cli.outcome import FINE, Problems, WrongUsage
from simulator.cli.recorded import recorded
from simulator.cli.saying import say
from simulator.domain.fact import Ended
from simulator.domain.value import parts_of
from simulator.library import counted
from simulator.library.diary import (
    OFF,
    SETTING,
    Diary,
    Summary,
    diary_path,
    plain,
    removed,
    summary_of,
    telling,
)
from simulator.library.diary.page import page
from simulator.library.recordings import Play

_FILE = click.Path(path_type=Path)


@click.group("history", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")
@click.option("--html", "html", type=_FILE, metavar="FILE", help="Progress by axis as a page, with a figure.")
@click.pass_context
def command(context: click.Context, as_json: bool, html: Path | None) -> int:
    """Your plays: how they went, what is getting better, what is due.

    A play is added when its debrief is made, unless a program played. All is kept in one file on this
    machine and sent nowhere. ICSIM_HISTORY=off keeps none; ICSIM_HISTORY=FILE keeps it elsewhere.

    \b
    Examples:
      icsim history
      icsim history --html progress.html
      icsim history export plays.jsonl
      icsim history delete 3
    """
    if context.invoked_subcommand is not None:
        if as_json or html:
            raise WrongUsage(f"--json and --html are not for icsim history {context.invoked_subcommand}")
        return FINE
    path = _path()
    with told():
        diary = Diary(path)
        summary = summary_of(diary.plays(), diary.moments(), datetime.now(UTC))
    if html:
        _write(html, page(summary))
        click.echo(f"Progress: {html}")
    elif as_json:
        click.echo(json.dumps(_record(summary, path), indent=2, ensure_ascii=False))
    else:
        say(telling.told(summary, path))
    return FINE


def _path() -> Path:
    path = diary_path()
    if path is None:
        raise Problems(f"no history is kept: {SETTING} is {OFF}")
    return path


def _record(summary: Summary, path: Path) -> dict[str, object]:
    moments = {"due": summary.due, "not_tried": summary.fresh}
    return {
        "path": str(path),
        "plays": [plain(play) for play in summary.plays],
        "counted": [play.id for play in summary.counted],
        "progress": {axis: {**parts_of(e), "change": e.change} for axis, e in summary.progress.items()},
        "moments": {name: [parts_of(each.moment) for each in some] for name, some in moments.items()},
        "next_due": summary.later and summary.later.isoformat(),
        "calibration": [parts_of(each) for each in summary.calibration],
        "confidence": summary.confidence and parts_of(summary.confidence),
    }


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise Problems(f"{str(path)!r} cannot be written: {(error.strerror or str(error)).lower()}") from None


@command.command("path")
def path_() -> int:
    """Say where it is kept."""
    click.echo(str(_path()))
    return FINE


@command.command()
@click.argument("file", type=_FILE)
def export(file: Path) -> int:
    """Write every play to FILE, a line of JSON each; - is the output."""
    with told():
        plays = Diary(_path()).plays()
    lines = "".join(f"{json.dumps(plain(play), ensure_ascii=False)}\n" for play in plays)
    if str(file) == "-":
        click.echo(lines, nl=False)
    else:
        _write(file, lines)
        click.echo(f"{file}: {counted(len(plays), 'play')}")
    return FINE


@command.command()
@click.argument("recording")
def add(recording: str) -> int:
    """Add the play in RECORDING, for instance one from before."""
    from simulator.library.debriefing import judged

    _path()
    play = recorded(recording)
    keep(play, judged(play.recording, play.outage), _ended(play))
    return FINE


def _ended(play: Play) -> bool:
    entries = play.recording.entries
    return bool(entries) and isinstance(entries[-1].fact, Ended)


@command.command()
@click.argument("number", required=False, type=click.IntRange(1), metavar="[PLAY]")
@click.option("--all", "everything", is_flag=True, help="All of it, and the file.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def delete(number: int | None, everything: bool, yes: bool) -> int:
    """Delete PLAY, by the number that the list shows, or --all. Recordings stay."""
    if (number is None) != everything:
        raise WrongUsage("name one play by its number (icsim history shows them), or say --all")
    path = _path()
    if number is None:
        return _sure(yes, f"Delete your whole history, {path}?", lambda: removed(path), "it is empty already")
    gone = f"there is no play {number}; icsim history shows them"
    return _sure(yes, f"Delete play {number} from your history?", lambda: Diary(path).delete(number), gone)


def _sure(yes: bool, question: str, deed: Callable[[], bool], otherwise: str) -> int:
    if not yes and not click.confirm(question):
        click.echo("Nothing was deleted.")
        return FINE
    with told():
        done = deed()
    if not done:
        raise Problems(otherwise)
    click.echo("Deleted.")
    return FINE
