"""The command behind `icsim bench`: takes the measures asked for and prints them, a line a figure."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

from simulator.bench.crashes import crashes
from simulator.bench.exercises import exercises, growth
from simulator.bench.figure import Figure
from simulator.bench.fuzz import fuzz
from simulator.bench.judge import judge
from simulator.bench.programs import waits
from simulator.bench.realism import realism
from simulator.bench.realism.row import table
from simulator.bench.replays import replays
from simulator.bench.room import room
from simulator.library import FIRST, Library

PLAYS = 2000


def _exercises(_pythons: Sequence[str]) -> Iterator[Figure]:
    outage = Library.open().outage(FIRST)
    yield from exercises(outage.scenario, outage.doctrine)


def _growth(_pythons: Sequence[str]) -> Iterator[Figure]:
    outage = Library.open().outage(FIRST)
    yield from growth(outage.scenario, outage.doctrine)


MEASURES: Mapping[str, Callable[[Sequence[str]], Iterator[Figure]]] = {
    "exercises": _exercises,
    "growth": _growth,
    "waits": lambda _: waits(),
    "judge": lambda _: judge(),
    "replays": lambda pythons: replays(FIRST, PLAYS, pythons),
    "crashes": lambda _: crashes(FIRST),
    "fuzz": lambda _: fuzz(FIRST),
    "realism": lambda _: realism(),
    "room": lambda _: room(),
}
"""What can be measured, quickest first."""
QUICK = ("exercises", "growth", "waits")
"""What is measured when nothing is asked for: well under a minute."""
TABLES = ("realism",)
"""What is printed as one table when all of it is there, instead of a line a figure."""


def run(what: Sequence[str] = (), as_json: bool = False, pythons: Sequence[str] = ()) -> int:
    """Measure and print; the exit code is 1 when a figure misses its bar."""
    figures: list[Figure] = []
    for name in what or QUICK:
        taken = MEASURES[name](pythons)
        figures += list(taken) if as_json else list(_printed(name, taken))
    if as_json:
        sys.stdout.write(f"{json.dumps([figure.record() for figure in figures], indent=2)}\n")
    return int(any(figure.held is False for figure in figures))


def _printed(name: str, taken: Iterator[Figure]) -> Iterator[Figure]:
    """The same figures, printed on the way."""
    if name in TABLES:
        figures = list(taken)
        sys.stdout.write(f"{table(figures)}\n")
        yield from figures
        return
    for figure in taken:
        sys.stdout.write(f"{figure.line()}\n")
        sys.stdout.flush()
        yield figure
