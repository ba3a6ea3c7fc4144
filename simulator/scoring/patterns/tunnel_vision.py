"""Tunnel vision: all work stays at one place, though what has been told points elsewhere.

Leads to: more and more proof is looked for where the fault is not, and what contradicts it goes unheard.

Instead: say aloud what speaks against the leading idea, and have somebody look at the next likeliest one.

Source: PD-AP; X14

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 joined person=bo
    0:06:00 task-given task=t1 what=investigate subject=cache owner=bo within=10m
    0:10:00 clue-found person=bo place=cache clue=1 says="The hit rate dipped for a minute. It is back."
    0:20:00 task-given task=t2 what=investigate subject=cache owner=bo within=20m
    0:50:00 noted text="it must be the cache"

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 joined person=bo
    0:06:00 task-given task=t1 what=investigate subject=cache owner=bo within=10m
    0:10:00 clue-found person=bo place=cache clue=1 says="The hit rate dipped for a minute. It is back."
    0:12:00 task-given task=t2 what=investigate subject=db-shards owner=mei within=10m
    0:50:00 noted text="going on"
"""

from collections.abc import Iterator
from itertools import groupby

from simulator.domain.duration import MINUTE
from simulator.domain.fact import LOOKS
from simulator.domain.value import Value
from simulator.domain.what_changed import asks_what_changed
from simulator.scoring.case import Case
from simulator.scoring.ledger.cause import sits, suspected
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.pieces import technical
from simulator.scoring.rules import think_again
from simulator.scoring.words import clock, minutes

NAME = "tunnel-vision"
LONG = 30 * MINUTE
"""One idea for longer than this, with something against it, is a tunnel (assumption of doctrine X14)."""
UNLIKELY = 0.25
"""Below this share of the causes a place is no good bet any more (assumption)."""
DEEPER = 2
"""It takes a second look at a place to go deeper into it; who only mends there supposes nothing."""


class Dig(Value):
    """Work at one place: from when to when, on which lines it was given out."""

    place: str
    since: int
    until: int
    lines: tuple[int, ...]
    looks: int


def seen(case: Case) -> Iterator[Sighting]:
    """One for each stretch of work at a place that had become unlikely, and each theory clung to."""
    yield from behind(NAME, think_again.marks(case))
    for dig in _digs(case):
        turned = dig.since + LONG
        against = _against(case, dig)
        if dig.until > turned and dig.looks >= DEEPER and against and case.affected(turned):
            long = f"For {minutes(dig.until - dig.since)} from {clock(dig.since)} on"
            summary = f"{long} all work was at '{dig.place}', though what had been told pointed elsewhere."
            yield sighting(NAME, turned, summary, *dig.lines, *against)


def _digs(case: Case) -> Iterator[Dig]:
    """Work in the order in which it was given out, put together by place."""
    work = sorted(
        (piece.given, piece.entry, _place(case, piece.subject), piece.what in LOOKS)
        for piece in technical(case)
    )
    wanted = [one for one in work if one[2]]
    runs = [(place, tuple(run)) for place, run in groupby(wanted, key=lambda one: one[2])]
    ends = [*(run[0][0] for _, run in runs[1:]), case.over]
    for (place, run), until in zip(runs, ends, strict=False):
        lines = tuple(line for _, line, _, _ in run)
        yield Dig(place, run[0][0], until, lines, sum(looks for *_, looks in run))


def _place(case: Case, subject: str) -> str:
    """The service that work is at; empty for what is at none."""
    change = case.organisation.runbook.get(subject)
    place = change.on if change else subject
    return "" if asks_what_changed(subject) or place not in case.organisation.services else place


def _against(case: Case, dig: Dig) -> tuple[int, ...]:
    """The lines that had made the place unlikely by the last time that work went there."""
    told = suspected(case, dig.lines[-1])
    if told is None or not told.entries or sits(case, dict(told.ranked), dig.place) >= UNLIKELY:
        return ()
    return told.entries
