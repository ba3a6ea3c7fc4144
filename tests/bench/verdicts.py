"""Writes what is judged of thirty plays, to be held against what was judged before a change.

Run it by hand before and after a change that is to make judging or playing quicker and nothing else:

    .venv/bin/python -m tests.bench.verdicts before
    .venv/bin/python -m tests.bench.verdicts after
    diff -r before after

For each play there is the timeline, the classes of its decisions, and the review that `icsim review --json`
writes, marks and all. Not a byte may differ.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from simulator.domain.notation import write_timeline
from simulator.exercise.players import play
from simulator.exercise.players.cast import EVERYONE
from simulator.library import Library
from simulator.library.debriefing import debrief, judged, written
from simulator.library.outage import Outage
from simulator.scoring.case import Case
from simulator.scoring.classes import class_of
from simulator.scoring.weighing import Decision

Play: TypeAlias = tuple[str, str, int]
"""The outage, the player and the seed."""

SHORT = ("customer-config", "everywhere-at-once", "late-messages", "write-stall")
LONG = (
    "cold-cache", "comes-and-goes", "hot-replicas", "no-search", "restless-workers", "split-ledger",
    "stuck-vault",
)  # fmt: skip
EXPERTS = ("by-the-book", "optimum")
"""They plan by the search for the best order."""
OTHERS = ("shotgun", "systematic", "likeliest-first", "restarter", "random", "cheapest-first", "memorised")


def plays() -> Iterator[Play]:
    """Thirty plays: of short outages many, of long ones few, of the one of days one."""
    for place, outage in enumerate(SHORT):
        yield from ((outage, player, 3 + place) for player in EXPERTS)
        yield from ((outage, player, 1 + place) for player in (OTHERS[place], OTHERS[place + 1]))
    for place, outage in enumerate(LONG):
        yield outage, OTHERS[place], 5 + place
        if place % 4 != 3:
            yield outage, EXPERTS[place % 2], 2 + place
    yield "spam-list", "by-the-book", 2


def told(outage: Outage, player: str, seed: int) -> Iterator[tuple[str, str]]:
    """What is kept of a play, each part with its kind."""
    exercise = play(outage.exercise(seed), EVERYONE[player](seed))
    yield "timeline", write_timeline(exercise.entries)
    found = judged(exercise.recording, outage)
    yield "classes", "".join(_classed(found.case, decision) for decision in found.decided)
    yield "review", written(debrief(exercise.recording, outage), "json")


def _classed(case: Case, made: Decision) -> str:
    """A decision on one line: its class, what was chosen, what was best, and how the others compare."""
    chosen, best = (f"{one.kind} {one.name}" for one in (made.chosen, made.best))
    beside = f"{made.as_good} of {made.choices}, {', '.join(one.name for one in made.others)}"
    return f"{made.at} {class_of(case, made)}: {chosen} for {best}, {made.regret:.6g}; {beside}\n"


def write(folder: Path) -> None:
    """Write every part of every play into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    library = Library.open()
    for outage, player, seed in plays():
        for kind, text in told(library.outage(outage), player, seed):
            (folder / f"{outage}-{player}-{seed}.{kind}").write_text(text, "utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
