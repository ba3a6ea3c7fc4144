"""`icsim review`: scorecard and debrief of a play, the account of a real incident, or of many."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from simulator.cli.again import played_again
from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, PROBLEMS, Problems, WrongUsage
from simulator.cli.recorded import recorded
from simulator.debrief import Report
from simulator.domain.calling import as_called
from simulator.exercise.many import expect_many
from simulator.library import PLAYS, name_of
from simulator.library.debriefing import (
    FORMS,
    Form,
    debrief,
    judged_twice,
    shown,
    shown_twice,
    written,
    written_twice,
)
from simulator.library.plays import latest_play
from simulator.library.recordings import Play
from simulator.library.reviewing import (
    process_of,
    review_many,
    review_one,
    shown_many,
    shown_one,
    told_many,
    told_one,
)
from simulator.library.timelines import is_timeline
from simulator.library.trouble import counted
from simulator.terminal.screen import Screen

_HERE = "-"


@click.command("review")
@click.argument("recordings", metavar="RECORDING", nargs=-1)
@click.option("--doctrine", metavar="D", help="Judge by another incident process, by its id or its file.")
@click.option(
    "--compare", metavar="D", help="Set the play beside itself, as a second process judges it; no debrief."
)
@click.option("--format", "form", type=click.Choice(FORMS), default="html", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--out",
    metavar="PATH",
    help="Where the debrief goes: beside the recording if not given, - is the output.",
)
@click.option(
    "--incident", metavar="WHICH", help="One of several real ones: number, id or words of its title."
)
@click.option(
    "--many", is_flag=True, help="Real incidents, all that the files and folders named hold, together."
)
@click.option(
    "--worlds",
    metavar="N",
    type=click.IntRange(1, 1000),
    help="Play the costliest decisions again in N worlds that fit what was known. "
    "Without it, in up to 20, fewer where each takes long.",
)
def command(
    recordings: tuple[str, ...],
    form: Form,
    as_json: bool,
    many: bool,
    worlds: int | None,
    **given: str | None,
) -> int:
    """Judge a play: show its scorecard, write its debrief.

    RECORDING may also be the timeline of a real incident: CSV, JSON, or what a status page tells. It is
    judged as far as it shows what was done. JSON goes to the output, for scripts, unless --out names a file.
    With --many a page is written if --out names it.

    \b
    Examples:
      icsim review icsim-plays/write-stall-7.jsonl
      icsim review write-stall-7 --doctrine pagerduty --format md
      icsim review write-stall-7 --compare nims
      icsim review write-stall-7 --json | jq .verdict
      icsim review march.csv
      icsim review incidents.json --incident "orders fail"
      icsim review --many incidents.json postmortems/ --out quarters.html
    """
    if not recordings:
        raise WrongUsage(_which())
    form = "json" if as_json else form
    _fitting(many or is_timeline(Path(recordings[0])), worlds, given["compare"])
    if many:
        return _many([Path(name) for name in recordings], form, given)
    if len(recordings) > 1:
        raise WrongUsage(f"one recording at a time, not {len(recordings)}. Real incidents together: --many")
    if is_timeline(Path(recordings[0])):
        return _real(Path(recordings[0]), form, given)
    if given["incident"] is not None:
        raise WrongUsage("--incident is for a file with real incidents")
    if given["compare"] is not None:
        return _twice(recordings[0], form, given, given["compare"])
    return _play(recordings[0], form, given, worlds)


def _which() -> str:
    """What to say when no recording was named: the latest one is what most people mean."""
    last = latest_play(Path(PLAYS))
    if last is None:
        return "which recording? There is none yet; icsim play makes one"
    return f"which recording? To judge the latest one: icsim review {name_of(last)}"


def _fitting(real: bool, worlds: int | None, compare: str | None) -> None:
    """Refuse what does not go together."""
    if real and worlds is not None:
        raise WrongUsage("--worlds is for a play: a real incident cannot be played again")
    if real and compare is not None:
        raise WrongUsage("--compare is for plays, not for real incidents")
    if compare is not None and worlds is not None:
        raise WrongUsage("--worlds belongs to a debrief, and --compare writes none")


def _play(name: str, form: Form, given: dict[str, str | None], worlds: int | None) -> int:
    play = recorded(name, given["doctrine"])
    report = _judged(play, worlds)
    other = f".{play.outage.doctrine.id}" if play.outage.doctrine.id != play.recording.header.doctrine else ""
    judged = [f"Judged by {play.outage.doctrine.title}.", ""] if other else []
    page = play.path.with_suffix(f"{other}.{form}")

    def screenful(width: int, colour: bool) -> list[str]:
        return [*judged, *as_called(shown(report, width, colour)).splitlines()]

    return _give(written(report, form), _place(given["out"], page), screenful)


def _twice(name: str, form: Form, given: dict[str, str | None], other: str) -> int:
    play = recorded(name, given["doctrine"])
    with told():
        process = process_of(other, library())
    beside = judged_twice(play.recording, play.outage, process, name_of(play.path))
    page = play.path.with_suffix(f".{beside.here.id}-{beside.there.id}.{form}")

    def screenful(width: int, colour: bool) -> list[str]:
        return shown_twice(beside, width, colour).splitlines()

    return _give(written_twice(beside, form), _place(given["out"], page), screenful)


def _real(path: Path, form: Form, given: dict[str, str | None]) -> int:
    with told():
        doctrine = process_of(given["doctrine"], library())
        account = review_one(path, given["incident"], doctrine)
    which = f"-{account.heading.id}" if given["incident"] and account.heading.id.isalnum() else ""
    page = path.with_name(f"{path.stem}{which}.{form}")
    if page == path:
        page = path.with_name(f"{path.stem}-review.{form}")

    def screenful(width: int, colour: bool) -> list[str]:
        return shown_one(account, width, colour).splitlines()

    return _give(told_one(account, form), _place(given["out"], page), screenful)


def _many(paths: list[Path], form: Form, given: dict[str, str | None]) -> int:
    if given["incident"] is not None:
        raise WrongUsage("--incident names one, and --many takes all")
    with told():
        survey = review_many(paths, process_of(given["doctrine"], library()))
    for problem in survey.problems:
        click.echo(problem, err=True)

    def screenful(width: int, colour: bool) -> list[str]:
        return shown_many(survey, width, colour).splitlines()

    out = given["out"]
    if out is None and form == "html":
        screen = Screen.of(sys.stdout)
        screen.show(screenful(screen.width, screen.paint.on))
    else:
        _give(told_many(survey, form), None if out in (None, _HERE) else Path(str(out)), screenful)
    if survey.problems:
        click.echo(f"icsim: {counted(len(survey.problems), 'problem')}", err=True)
        return PROBLEMS
    return FINE


def _place(out: str | None, page: Path) -> Path | None:
    """Where a page goes; None for the output. JSON goes there unless a file is named."""
    if out == _HERE or (out is None and page.suffix == ".json"):
        return None
    return Path(out) if out else page


def _give(text: str, page: Path | None, screenful: Callable[[int, bool], list[str]]) -> int:
    if page is None:
        click.echo(text, nl=not text.endswith("\n"))
        return FINE
    _write(page, text)
    screen = Screen.of(sys.stdout)
    screen.show([*screenful(screen.width, screen.paint.on), "", f"Debrief: {page}"])
    return FINE


def _judged(play: Play, worlds: int | None) -> Report:
    expect_many()
    with played_again(worlds) as progress:
        return debrief(play.recording, play.outage, name_of(play.path), progress, worlds)


def _write(page: Path, text: str) -> None:
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, "utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Problems(f"the debrief cannot be written to {str(page)!r}: {reason}") from None
