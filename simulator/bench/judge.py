"""How long judging takes: a scorecard, a whole review, the scorecard of a play of days, and the gauntlet.

Times are processor time of one core, so a machine that is busy with something else does not show in them.
The first judgement of an outage works out what its decisions were worth; later ones remember that. Python
keeps what it has compiled, as it does for whoever runs a program a second time, whatever the shell says.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from statistics import mean
from tempfile import TemporaryDirectory
from typing import ClassVar

from simulator.bench.clock import middle
from simulator.bench.figure import Figure
from simulator.bench.scripts import hour_of, run
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Commanded
from simulator.domain.value import Value, parts_of
from simulator.exercise import Exercise, expect_many
from simulator.exercise.players import play
from simulator.exercise.players.cast import EVERYONE
from simulator.exercise.players.play import Player
from simulator.library import Library
from simulator.library.debriefing import debrief, written
from simulator.library.gauntlet import run_gauntlet
from simulator.library.gauntlet.cast import Role, cast
from simulator.library.outage import Outage
from simulator.scoring.case import Case
from simulator.scoring.decisions import taken
from simulator.scoring.score import score

OUTAGE, LONG_OUTAGE, SEED = "write-stall", "spam-list", 2
"""The seed is one of those whose hour by the book is the longest to review."""
HARDEST = "shotgun"
"""Who tries everything makes the most decisions: dozens of orders in an hour, hundreds in days."""
LEFT_AT = HOUR
"""Of a short outage only the first hour is played."""
ROUNDS, PROCESSES = 5, 3
SCORED_WITHIN, REVIEWED_WITHIN, LONG_WITHIN, GAUNTLET_WITHIN = 0.05, 3.0, 5.0, 60.0
BOUTS = 50
"""Seeds of a whole gauntlet."""
SAMPLED = 4
"""Seeds that are played to tell how long that many take."""
FLAWS, CHEATS = 24, 12
"""Players for whom a gauntlet's time is asked; since then there have come to be more of them."""
CORES = 2


class Times(Value):
    """What judging one play took in a process of its own, in seconds of processor time.

    `minutes` are those in which something was said; of the hour that is timed they are all of it.
    """

    minutes: int
    lines: int
    commands: int
    decisions: int
    first: float
    again: float
    review: float


def judge() -> Iterator[Figure]:
    """Seconds for the scorecard and the review of an hour, the scorecard of days, and a gauntlet."""
    with TemporaryDirectory() as compiled:
        hours, hardest = (
            [_elsewhere(compiled, OUTAGE, which) for _ in range(PROCESSES)] for which in ("hour", "hardest")
        )
        days = _elsewhere(compiled, LONG_OUTAGE, "days")
    how = f"{_play(hours[0], 'the hour that is timed')}, median of {PROCESSES} processes"
    yield _within("first scorecard", middle([one.first for one in hours]), SCORED_WITHIN, how)
    yield _within("scorecard", middle([one.again for one in hours]), SCORED_WITHIN, f"{how}, outage known")
    yield _within("review with HTML", middle([one.review for one in hours]), REVIEWED_WITHIN, how)
    how = f"{_play(hardest[0], HARDEST)}, median of {PROCESSES} processes"
    yield _within(
        "hardest scorecard", middle([one.again for one in hardest]), SCORED_WITHIN, f"{how}, outage known"
    )
    yield _told(
        "hardest review with HTML", middle([one.review for one in hardest]), f"{how}, with a progress bar"
    )
    yield _within("scorecard of days", days.first, LONG_WITHIN, f"{_play(days, HARDEST)}, one process")
    yield from gauntlet(Library.open(), OUTAGE)


def _play(took: Times, player: str) -> str:
    made = f"{took.commands} commands, {took.decisions} decisions"
    return f"{took.minutes} min of {player}: {made}, {took.lines} lines"


def _within(name: str, value: float, bar: float, how: str) -> Figure:
    return Figure(name, value, "s", f"processor time, {how}", f"under {bar:g} s", value < bar)


def _told(name: str, value: float, how: str) -> Figure:
    return Figure(name, value, "s", f"processor time, {how}")


def gauntlet(library: Library, name: str) -> Iterator[Figure]:
    """What a gauntlet of an outage would take, cheats judged by every doctrine, from a few seeds of it.

    First for so many flaws and cheats at what one of them takes in the mean, then for everyone there is.
    """
    expect_many()
    outage = library.outage(name)
    others = [library.outage(name, doctrine) for doctrine in library.ids("doctrine")]
    took = {role: _seconds(partial(_bouts, outage, others, role)) for role in cast()}
    of = {part: [each for role, each in took.items() if role.part == part] for part in ("flaw", "cheat")}
    asked = FLAWS * mean(of["flaw"]) + CHEATS * mean(of["cheat"])
    how = f"{BOUTS} seeds of {name}, {CORES} cores, from {SAMPLED} seeds"
    yield _within("gauntlet", _whole(asked), GAUNTLET_WITHIN, f"{FLAWS} flaws and {CHEATS} cheats, {how}")
    yield _told("gauntlet of everyone", _whole(sum(took.values())), f"{len(took)} players, {how}")


def _bouts(outage: Outage, others: Iterable[Outage], role: Role) -> None:
    run_gauntlet(outage, others, SAMPLED, roles=(role,))


def _whole(sampled: float) -> float:
    """The seconds of a whole gauntlet by the clock, from those of processor time for the sampled seeds."""
    return sampled / SAMPLED * BOUTS / CORES


def times_of(outage: Outage, which: str) -> Times:
    """What judging a play takes, the first time and again; of an hour with the review and its page."""
    played = _played(outage, which)
    entries = tuple(played.entries)
    first = _seconds(lambda: _scored(outage, entries))
    again = middle([_seconds(lambda: _scored(outage, entries)) for _ in range(ROUNDS)])
    review = 0.0
    if which != "days":
        review = first + _seconds(lambda: written(debrief(played.recording, outage), "html"))
    made = len(taken(Case(outage.scenario, outage.doctrine, entries)))
    said = [entry.at for entry, _ in each(entries, Commanded)]
    minutes = (played.now if which == "hour" else said[-1]) // MINUTE
    return Times(minutes, len(entries), len(said), made, first, again, review)


def _played(outage: Outage, which: str) -> Exercise:
    if which == "hour":
        lines = hour_of(outage.scenario, outage.doctrine, SEED)
        return run(outage.scenario, outage.doctrine, SEED, lines)
    player = EVERYONE[HARDEST](1)
    return play(outage.exercise(1), Leaving(player, LEFT_AT) if which == "hardest" else player)


class Leaving:
    """Plays as another does and ends it at a second."""

    name: ClassVar[str] = "leaving"

    def __init__(self, player: Player, at: int) -> None:
        self._player, self._at = player, at

    def says(self, exercise: Exercise) -> str:
        """What the other says, until it is time."""
        return "end" if exercise.now >= self._at else self._player.says(exercise)


def _scored(outage: Outage, entries: tuple[Entry, ...] | list[Entry]) -> None:
    score(Case(outage.scenario, outage.doctrine, tuple(entries)))


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def _elsewhere(compiled: str, outage: str, which: str) -> Times:
    program = "from simulator.bench.judge import tell; tell()"
    words = [sys.executable, "-c", program, outage, which]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=_keeping(compiled))
    return Times(**json.loads(done.stdout))


def _keeping(compiled: str) -> dict[str, str]:
    """An environment in which Python keeps what it has compiled, in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": compiled}


def tell() -> None:
    """Print what another process asked for: the times of the play of an outage."""
    expect_many()
    taken_by = times_of(Library.open().outage(sys.argv[1]), sys.argv[2])
    sys.stdout.write(json.dumps(parts_of(taken_by)))
