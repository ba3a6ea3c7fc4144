"""`icsim bless`: keep plays that a change to an outage is held against."""

from pathlib import Path
from typing import Any

import click

from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, PROBLEMS, WrongUsage
from simulator.cli.recorded import recorded
from simulator.cli.saying import say
from simulator.library import Library, counted
from simulator.library.blessing import (
    Blessed,
    Made,
    difference,
    every,
    from_recording,
    from_script,
    keep,
    make_again,
    named,
)

_PATH = click.Path(path_type=Path)
_RECORDING = ".jsonl"


@click.command("bless")
@click.argument("sources", nargs=-1, metavar="[PLAY]...")
@click.option("--name", metavar="NAME", help="What the play is kept as; its file's name if not given.")
@click.option(
    "--outage", metavar="OUTAGE", help="Of a script: its id or file; the name of its folder if not given."
)
@click.option("--seed", type=click.IntRange(0), metavar="N", help="Of a script: its luck.")
@click.option("--doctrine", metavar="D", help="Of a script: the incident process.")
@click.option("--again", is_flag=True, help="Make kept plays again with the outages as they are now.")
@click.option("--check", is_flag=True, help="Only say which kept plays come out otherwise now.")
def command(sources: tuple[str, ...], name: str | None, again: bool, check: bool, **script: Any) -> int:
    """Keep a play, to be told when a change to its outage changes it.

    PLAY is a recording, or a script: a text with a command a line. Kept are its commands, and a transcript to
    be read and compared. A play of a shipped outage is kept in tests/plays, one of yours in plays/ beside the
    outage. With --again or --check PLAYs are kept plays, or folders of them; all if none is named.

    In a script, `@joined raj` waits until a line of the timeline says so, and `@0:12:00` until that time.

    \b
    Examples:
      icsim bless write-stall-7 --name rolls-back-first
      icsim bless rolls-back-first.script --outage write-stall --seed 7
      icsim bless --check
      icsim bless --again && git diff
    """
    if again or check:
        with told():
            plays = list(every(map(Path, sources)))
        return _checked(plays) if check else _made_again(plays)
    if len(sources) != 1:
        raise WrongUsage("name one recording or script to keep, or say --again or --check")
    return _blessed(sources[0], name, **script)


def _blessed(
    source: str, name: str | None, outage: str | None, seed: int | None, doctrine: str | None
) -> int:
    path, known = Path(source), library()
    given = {"--outage": outage, "--seed": seed, "--doctrine": doctrine}
    if path.suffix not in (".script", ".txt"):
        if any(value is not None for value in given.values()):
            raise WrongUsage(f"a recording knows what it is a play of; {_said(given)} is for a script")
        return _recording(source, name, known)
    if not path.is_file():
        raise WrongUsage(f"there is no script {source!r}")
    near = known.beside(Path(outage)) if outage and Path(outage).is_file() else known
    with told():
        found = near.outage(outage or path.resolve().parent.name, doctrine)
        blessed = named(name or path.stem, found, near)
        if seed is None and not blessed.path.is_file():
            raise WrongUsage("a script needs the seed that it is played with: --seed N")
        made = from_script(path, found, _seed(blessed, near) if seed is None else seed)
    _keep(blessed, made)
    if path.resolve() != blessed.script.resolve():
        blessed.script.write_text(path.read_text("utf-8"), "utf-8")
    return FINE


def _said(given: dict[str, str | int | None]) -> str:
    return " and ".join(option for option, value in given.items() if value is not None)


def _seed(blessed: Blessed, known: Library) -> int:
    return make_again(blessed, known).recording.header.seed


def _recording(source: str, name: str | None, known: Library) -> int:
    play = recorded(source)
    header = play.recording.header
    with told():
        outage = known.outage(header.scenario, header.doctrine)
        blessed = named(name or play.path.stem, outage, known)
        if blessed.script.is_file():
            raise WrongUsage(
                f"{blessed.script} makes a play of this name; change that, or use another --name"
            )
        _keep(blessed, from_recording(play.recording, outage))
    return FINE


def _keep(blessed: Blessed, made: Made) -> None:
    keep(blessed, made)
    for stray in made.strays:
        click.echo(f"note: {stray}")
    said = counted(len(made.recording.commands), "command")
    click.echo(f"Kept: {blessed.path} ({said}).\nRead it: {blessed.transcript}")


def _checked(plays: list[Blessed]) -> int:
    known, others = library(), 0
    for blessed in plays:
        with told():
            found = difference(blessed, make_again(blessed, known))
        others += bool(found)
        click.echo(found or f"{blessed.path}: as it was")
    if others:
        said = f"{counted(others, 'play')} of {len(plays)} came out otherwise"
        say(["", f"{said}. If that is meant: icsim bless --again"])
    return PROBLEMS if others else FINE


def _made_again(plays: list[Blessed]) -> int:
    known = library()
    for blessed in plays:
        with told():
            made = make_again(blessed, known)
        changed = difference(blessed, made)
        keep(blessed, made)
        click.echo(f"{blessed.path}: {'made again' if changed else 'as it was'}")
    return FINE
