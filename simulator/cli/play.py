"""`icsim play`: one exercise in the terminal, then its debrief."""

import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from simulator.cli.again import played_again
from simulator.cli.opening import library, told
from simulator.cli.outcome import FINE, Problems, WrongUsage
from simulator.cli.recorded import recorded
from simulator.cli.seed import SEED
from simulator.domain.calling import as_called
from simulator.exercise import Exercise
from simulator.exercise.pace import TURNS, read_pace
from simulator.exercise.players import PLAYERS
from simulator.exercise.players.cast import EVERYONE
from simulator.library import FIRST, Journal, Outage, new_play
from simulator.library.recordings import Play
from simulator.library.resuming import resume
from simulator.terminal.ending import judge
from simulator.terminal.front import Front, play_out
from simulator.terminal.screen import Screen

if TYPE_CHECKING:
    from simulator.library.debriefing import Judged

SEEDS = 9999
_PATH = click.Path(path_type=Path)


@click.command("play")
@click.argument("outage", required=False)
@click.option("--seed", type=SEED, metavar="N", help="Its luck; drawn and told if not given.")
@click.option("--doctrine", metavar="D", help="The incident process, by its id or its file.")
@click.option(
    "--pace",
    default=TURNS,
    show_default=True,
    metavar="turns|10x",
    help="Time waits for you, or runs by itself at a speed.",
)
@click.option(
    "--script",
    type=click.File("r", errors="replace"),
    metavar="FILE",
    help="Commands from a file, or from - (the input).",
)
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
@click.option(
    "--out", type=_PATH, metavar="RECORDING", help="Where the recording goes; icsim-plays/ if not given."
)
@click.option("--resume", "old", metavar="RECORDING", help="Go on with a play that was left.")
@click.option(
    "--player",
    type=click.Choice(tuple(EVERYONE)),
    metavar="PLAYER",
    help=f"Let a program play, and watch: {', '.join(PLAYERS)}, or one of `icsim gauntlet`.",
)
def command(
    outage: str | None, old: str | None, seed: int | None, doctrine: str | None, out: Path | None, **how: Any
) -> int:
    """Play an outage in this terminal, then read how it went.

    OUTAGE is an id from `icsim list`, or the path of a scenario file; your first outage if not given.

    \b
    Examples:
      icsim play
      icsim play write-stall --seed 7 --pace 10x
      icsim play write-stall --seed 7 --script commands.txt
      icsim play --resume icsim-plays/write-stall-7.jsonl
    """
    front = front_of(**how)
    if old is not None:
        _only(old, outage=outage, seed=seed, doctrine=doctrine, out=out)
        return _go_on(old, front)
    with told():
        chosen = library().outage(outage or FIRST, doctrine)
        drawn = secrets.randbelow(SEEDS) + 1 if seed is None else seed
        journal = Journal.begin(out or new_play(chosen.scenario.id, drawn))
        exercise = journal.start(lambda: chosen.exercise(drawn, journal))
    return _play(exercise, chosen, journal, front)


def front_of(pace: str, script: TextIO | None, plain: bool, player: str | None = None) -> Front:
    """How an exercise is to be played. Raises `WrongUsage` for what does not go together."""
    speed = read_pace(pace)
    if speed is None:
        raise WrongUsage(f"--pace {pace!r} is neither `turns` nor a speed such as 10x (0.1x to 600x)")
    front = Front(script, EVERYONE[player]() if player else None, speed, plain)
    if script and player:
        raise WrongUsage("--script and --player cannot both play")
    if speed and not front.live:
        raise WrongUsage(
            "a running clock needs the live console: no --plain, no --script, no --player, no pipe"
        )
    return front


def _only(old: str, **others: object) -> None:
    named = {"outage": "an outage"}
    given = [named.get(name, f"--{name}") for name, value in others.items() if value is not None]
    if given:
        raise WrongUsage(f"--resume {old} goes on as it was begun; it cannot be given {' or '.join(given)}")


def _go_on(old: str, front: Front) -> int:
    play = recorded(old)
    with told():
        exercise, journal = resume(play)
    return _play(exercise, play.outage, journal, front, resumed=True)


def _play(exercise: Exercise, outage: Outage, journal: Journal, front: Front, resumed: bool = False) -> int:
    try:
        if play_out(exercise, journal, front, resumed):
            found = _judge(exercise, outage, journal.path)
            if front.player is None:
                from simulator.cli.keeping import (
                    keep,
                )  # what judges is loaded when there is something to judge

                keep(Play(journal.path, exercise.recording, outage), found, exercise.over)
    finally:
        journal.close()
    if journal.trouble:
        raise Problems(f"the end of the play could not be written to {journal.path}: {journal.trouble}")
    return FINE


def _judge(exercise: Exercise, outage: Outage, kept_in: Path) -> "Judged":
    try:
        return judge(exercise.recording, outage, kept_in, Screen.of(sys.stdout), played_again)
    except Exception as error:
        error.add_note(
            as_called(f"Your play is kept in {kept_in}. To judge it again: icsim review {kept_in}")
        )
        raise
