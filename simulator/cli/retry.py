"""`icsim retry`: one of the costliest decisions of a play once more, with what was known then."""

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from simulator.cli.again import played_again
from simulator.cli.courses import side_by_side
from simulator.cli.keeping import hold, keep, keep_try
from simulator.cli.opening import told
from simulator.cli.outcome import FINE, WrongUsage
from simulator.cli.play import front_of
from simulator.cli.recorded import recorded
from simulator.cli.saying import row, say
from simulator.debrief.naming import named
from simulator.domain.duration import show_clock
from simulator.domain.value import replace
from simulator.exercise import Exercise
from simulator.exercise.pace import TURNS
from simulator.library import Journal, name_of, new_variation
from simulator.library.comparing import compare_plays
from simulator.library.debriefing import Judged, judged
from simulator.library.diary import Diary, Standing, Unreadable, diary_path, summary_of
from simulator.library.diary.telling import due_lines
from simulator.library.recordings import Play
from simulator.library.retrying import (
    Again,
    Moment,
    UntilDecided,
    again,
    again_so_far,
    known_at,
    moment_of,
    moments_of,
    reenter,
)
from simulator.scoring.weighing import Decision
from simulator.scoring.words import summed
from simulator.terminal.ending import judge
from simulator.terminal.front import play_out
from simulator.terminal.moment import known_then
from simulator.terminal.screen import Screen


@click.command("retry")
@click.argument("recording", required=False)
@click.option(
    "--moment", "number", type=click.IntRange(1), metavar="N", help="Which decision, as its debrief counts."
)
@click.option("--short", is_flag=True, help="It is over once you have decided, as in a drill.")
@click.option("--pace", default=TURNS, show_default=True, metavar="turns|10x", help="As in icsim play.")
@click.option("--script", type=click.File("r", errors="replace"), metavar="FILE", help="As in icsim play.")
@click.option("--plain", is_flag=True, help="Plain lines.")
@click.option("--out", type=click.Path(path_type=Path), metavar="CHILD", help="Where the new recording goes.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: the moments as a JSON list.")
def command(recording: str | None, number: int | None, as_json: bool, **how: Any) -> int:
    """Decide again, at one of the costliest moments of a play.

    You are back at that second, in the same world with the same luck, and know what you knew then. Play on as
    you like; at the end the two courses and the two decisions are compared. Without --moment the moments of
    a RECORDING are listed; without a RECORDING those of yours that are due: one that was passed comes back
    after some days, then after weeks.

    \b
    Examples:
      icsim retry
      icsim retry write-stall-7
      icsim retry write-stall-7 --moment 1
      icsim retry write-stall-7 --moment 1 --short
    """
    if recording is None:
        _only_listing(number, how)
        return _list_due(as_json)
    play = recorded(recording)
    found = judged(play.recording, play.outage)
    if number is None:
        return _list(play, moments_of(found), as_json)
    if as_json:
        raise WrongUsage("--json is for lists; what became of a retry is in: icsim history --json")
    with told():
        return _retry(play, moment_of(play, found, number), **how)


def _only_listing(number: int | None, how: dict[str, Any]) -> None:
    if number is not None or how["short"] or how["out"] or how["script"]:
        raise WrongUsage("name the recording whose moment it is: icsim retry RECORDING --moment N")


# ---- lists ----


def _list_due(as_json: bool) -> int:
    path, now = diary_path(), datetime.now(UTC)
    if path is None:
        raise WrongUsage("no history is kept (ICSIM_HISTORY=off). Name a recording: icsim retry RECORDING")
    with told():
        summary = summary_of((), Diary(path).moments(), now)
    if as_json:
        waiting = (*summary.due, *summary.fresh)
        click.echo(json.dumps([_standing(each) for each in waiting], indent=2, ensure_ascii=False))
    else:
        say(due_lines(summary))
    return FINE


def _standing(each: Standing) -> dict[str, object]:
    moment, due = each.moment, each.due
    return {
        "recording": moment.recording, "moment": moment.number, "outage": moment.outage, "seed": moment.seed,
        "at": moment.at, "chosen": moment.chosen, "tries": len(each.tries),
        "passed": sum(one.passed for one in each.tries), "due": due and due.isoformat(),
    }  # fmt: skip


def _list(play: Play, moments: tuple[Moment, ...], as_json: bool) -> int:
    if as_json:
        listed = [{"moment": each.number, "at": each.at, "chosen": each.title} for each in moments]
        click.echo(json.dumps(listed, indent=2, ensure_ascii=False))
    elif play.outage.scenario.drill:
        say(
            [
                f"{play.path} is a drill, one decision by itself. To do it again:",
                f"  icsim drill {play.outage.scenario.id}",
            ]
        )
    elif not moments:
        say([f"{play.path}: no decision was expected to cost noticeably more than the best one."])
    for each in () if as_json else moments:
        say(row(f"{each.number}. {show_clock(each.at)}  ", each.title))
        say([f"   icsim retry {name_of(play.path)} --moment {each.number}"])
    return FINE


# ---- one moment ----


def _retry(play: Play, moment: Moment, short: bool, out: Path | None, **how: Any) -> int:
    front = front_of(**how)
    journal = Journal.begin(out or new_variation(play.path, "retry"))
    child = journal.start(lambda: reenter(play, moment, journal))
    hold(play, moment)
    screen = Screen.of(sys.stdout)
    opening = tuple(known_then(child, known_at(child), screen.paint, screen.width))
    until = UntilDecided(child, moment.at) if short else None
    try:
        if play_out(child, journal, replace(front, opening=opening, until=until)):
            _tell(play, moment, child, journal, short)
    finally:
        journal.close()
    return FINE


def _tell(play: Play, moment: Moment, child: Exercise, journal: Journal, short: bool) -> None:
    made = Play(journal.path, child.recording, play.outage)
    if short:
        found = again_so_far(child, moment.at)
        if found:
            keep_try(play, moment, journal.path, found)
        lines = [*_decisions(moment, found), "", *_going_on(child, journal.path)]
    else:
        card = judge(child.recording, play.outage, journal.path, Screen.of(sys.stdout), played_again)
        keep(made, card, child.over)
        lines = [*_decisions(moment, _found(card, moment)), "", *_courses(play, child)]
    say(["", *lines, *_comes_back(play, moment)])


def _found(card: Judged, moment: Moment) -> Again | None:
    return again(card.case, card.decided, moment.at)


def _decisions(moment: Moment, found: Again | None) -> Iterator[str]:
    yield from row("Then  ", _decision(moment.decision, moment.at, moment.chosen))
    if found is None:
        yield from row("Now   ", "nothing was decided that could be weighed; this time does not count.")
        return
    now = found.now
    yield from row("Now   ", _decision(now, now.since, named(now.chosen)))
    if found.passed:
        yield "Passed: by what you knew, no other choice was noticeably better."
    else:
        yield f"Not yet: by what you knew, it was better to {found.better}."


def _decision(decision: Decision, at: int, chosen: str) -> str:
    """What it was to cost by itself: what was spent before it cannot be decided again."""
    more = summed(decision.own) if decision.own else "nothing"
    what = f"{show_clock(at)}  {chosen}"
    return f"{what}: expected to cost {more} more than the best choice"


def _going_on(child: Exercise, kept_in: Path) -> Iterator[str]:
    yield f"It is kept in {kept_in}."
    if not child.over:
        yield f"To play on from there: icsim play --resume {kept_in}"


def _courses(play: Play, child: Exercise) -> Iterator[str]:
    comparison = compare_plays(play, child)
    yield from side_by_side(comparison, ("then", "now"))
    yield ""
    less = "less" if comparison.saved >= 0 else "more"
    yield f"In this world you lost {abs(comparison.saved):,.0f} customer-minutes {less} than the first time."


def _comes_back(play: Play, moment: Moment) -> list[str]:
    path, key = diary_path(), (play.recording.digest, moment.at)
    try:
        known = Diary(path).moments() if path else ()
    except Unreadable:
        return []
    due = next((each.due for each in known if (each.moment.digest, each.moment.at) == key), None)
    return [f"It comes back on {due:%Y-%m-%d}: icsim retry"] if due else []
