"""`icsim whatif`: the same world, but something else is said at one second."""

import json
import sys
from pathlib import Path
from typing import Any

import click

from simulator.cli.again import played_again
from simulator.cli.courses import side_by_side
from simulator.cli.keeping import keep
from simulator.cli.opening import told
from simulator.cli.outcome import FINE, WrongUsage
from simulator.cli.recorded import recorded
from simulator.cli.saying import row, say
from simulator.domain.duration import read_clock, show_clock
from simulator.domain.value import parts_of
from simulator.exercise import Departure, Exercise, Mode, left_out, what_if
from simulator.grammar import Ambiguous, Unreadable, Vocabulary, read
from simulator.library import Journal, new_variation
from simulator.library.comparing import Comparison, compare_plays
from simulator.library.recordings import Play
from simulator.terminal.ending import judge
from simulator.terminal.front import Front, play_out
from simulator.terminal.screen import Screen


@click.command("whatif")
@click.argument("recording")
@click.option(
    "--at", "clock", required=True, metavar="TIME", help="Where it departs, as timelines say it: 0:12:30."
)
@click.option(
    "--say", "instead", multiple=True, metavar="COMMAND", help="What is said there; again for more."
)
@click.option(
    "--drop",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    metavar="N",
    help="How many of the commands that followed are left out; looks and unread lines do not count.",
)
@click.option("--take-over", is_flag=True, help="Play on from there yourself.")
@click.option(
    "--out", type=click.Path(path_type=Path), metavar="CHILD", help="Where the other course is kept."
)
@click.option("--json", "as_json", is_flag=True, help="For scripts: the comparison as one JSON object.")
def command(
    recording: str, clock: str, instead: tuple[str, ...], drop: int, take_over: bool, **how: Any
) -> int:
    """Say something else at one second of a play and compare.

    Everything before that second stays as it was, and so does the luck. The next command (or N of them) is
    left out, what you --say comes in its place, and the rest follows as it was. Looks, and what could not be
    read, are never what is left out.

    \b
    Examples:
      icsim whatif write-stall-7 --at 0:12:30 --say "order roll back app by bo"
      icsim whatif write-stall-7 --at 0:12:30 --drop 3
      icsim whatif write-stall-7 --at 0:12:30 --take-over
    """
    play = recorded(recording)
    mode: Mode = "take over" if take_over else "keep the rest"
    departure = Departure(_second(clock, play), _readable(instead, play), drop, mode)
    with told():
        journal = Journal.begin(how["out"] or new_variation(play.path))
        child = journal.start(lambda: _depart(play, departure, journal))
    if take_over and not child.over:
        return _play_on(child, play, journal)
    journal.close()
    comparison = compare_plays(play, child)
    gone = tuple(line.text for line in left_out(child, play.recording, departure))
    if how["as_json"]:
        click.echo(_as_json(comparison, journal.path, gone))
    else:
        say([*_changed(gone, instead), "", *_as_text(comparison, journal.path)])
    return FINE


def _second(clock: str, play: Play) -> int:
    at = read_clock(clock)
    if at is None:
        raise WrongUsage(f"--at {clock!r} is no time; write it as timelines do, for example 0:12:30")
    last = play.recording.entries[-1].at if play.recording.entries else 0
    if at > last:
        raise WrongUsage(f"--at {clock}: the play ended before, at {show_clock(last)}")
    return at


def _readable(instead: tuple[str, ...], play: Play) -> tuple[str, ...]:
    """The words to be said instead, if each of them is a command."""
    known = Vocabulary.of(play.outage.scenario, play.outage.doctrine)
    for text in instead:
        said = read(text, known)
        if isinstance(said, Unreadable | Ambiguous):
            raise WrongUsage(f"--say {text!r} cannot be read: {said.answer}")
    return instead


def _changed(gone: tuple[str, ...], instead: tuple[str, ...]) -> list[str]:
    """What the other course leaves out, and what it says instead."""
    said = (line for text in instead for line in row("said:     ", text))
    return [*row("left out: ", "; ".join(gone) or "nothing"), *said]


def _depart(play: Play, departure: Departure, journal: Journal) -> Exercise:
    return what_if(play.recording, play.outage.scenario, play.outage.doctrine, departure, journal)


def _play_on(child: Exercise, play: Play, journal: Journal) -> int:
    if play_out(child, journal, Front(), resumed=True):
        found = judge(child.recording, play.outage, journal.path, Screen.of(sys.stdout), played_again)
        keep(Play(journal.path, child.recording, play.outage), found, child.over)
        say(_as_text(compare_plays(play, child), journal.path))
    journal.close()
    return FINE


def _as_json(comparison: Comparison, kept_in: Path, gone: tuple[str, ...]) -> str:
    record = {"child": str(kept_in), "saved": round(comparison.saved, 1), "left_out": gone}
    courses = {"was": parts_of(comparison.parent), "would_be": parts_of(comparison.child)}
    return json.dumps({**record, **courses}, indent=2, ensure_ascii=False)


def _as_text(comparison: Comparison, kept_in: Path) -> list[str]:
    lines = side_by_side(comparison, ("was", "would be"))
    saved = "saves" if comparison.saved >= 0 else "costs"
    verdict = f"The other course {saved} {abs(comparison.saved):,.0f} customer-minutes in this world."
    return [*lines, "", verdict, f"It is kept in {kept_in}. To judge it:", f"  icsim review {kept_in}"]
