"""Sitreps: the people on the call hear in time how things stand, also when nothing seems to happen.

While at least two others are on the call, the last situation report may be `sitrep every` old, and `sitrep
later every` once the incident has gone on for two hours, or was rightly called mitigated. What earns is the
share of that time in which it was no older. A report counts when it names something of this incident: a
person, a change, a part of the system, what customers do, or a number with words around it. One that says the
same again, or comes again within `sitrep again after`, counts for nothing and loses besides.

Why: in a lull the commander sums up the state, the open tasks and the next time (PD-IC); a deputy calls
out the state every ten minutes (PD-DEP; F11). Who has heard nothing for a while starts to do something
else.

Exception: a real timeline that does not show briefings and who was there; an incident that was over before
the first one was due. One before a hand-over is never too soon. Nothing is owed from when whoever led left
with customers failing: that is judged elsewhere.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    0:15:00 sitrep-given text="Ana looks at db-shards, nothing else is under way. Next look at 0:25."
    0:29:00 sitrep-given text="Shard 3 it is. Ana fails it over, Bo watches the errors until 0:40."
    0:43:00 noted text="going on"

Fail:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    1:30:00 noted text="going on"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry
from simulator.domain.sitreps import LONG, Report, every, reports, rooms
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark, cited
from simulator.scoring.relieved import led_until, relieved
from simulator.scoring.words import clock, minutes, percent

NAME = "sitreps"
AXIS: Axis = "command"
NOTICED = MINUTE
"""A report that came later than it was due by less than this is not told of (assumption)."""
NOISE = 0.5
"""How much a report that says nothing weighs against the rest."""


def marks(case: Case) -> Iterator[Mark]:
    """One mark for the time that people were on the call, and one for every report that was noise."""
    stretches = tuple(_room(case))
    given = tuple(reports(case.seen, case.organisation, case.doctrine))
    yield from _covered(case, stretches, [report.entry for report in given if not report.wrong])
    for report in given:
        if report.wrong:
            at = report.entry.at
            summary = f"The situation report at {clock(at)} {_wrong(report)}."
            yield Mark(NAME, AXIS, 0.0, NOISE, summary, (report.entry.number,), at)


def _room(case: Case) -> Iterator[tuple[int, int]]:
    """The stretches, from the declaration on, in which there was a room to speak to."""
    if case.declared is None or not case.shows("brief", "join", "leave"):
        return
    over = led_until(case)
    for room in rooms(case.seen):
        since, until = (
            max(room.since, case.declared.at),
            min(over if room.until is None else room.until, over),
        )
        if since < until:
            yield since, until


def _allowed(case: Case, at: int) -> float:
    """How old a report may be at a second."""
    return every(case.doctrine, at, case.declared.at if case.declared else at, relieved(case))


def _covered(case: Case, stretches: tuple[tuple[int, int], ...], good: list[Entry]) -> Iterator[Mark]:
    total = sum(until - since for since, until in stretches)
    if total <= case.doctrine.threshold("sitrep every"):
        return
    bare, worst = 0.0, (0.0, 0)
    for since, until in stretches:
        for begins, ends in _gaps(case, since, until, good):
            late = max(0.0, ends - begins - _allowed(case, begins))
            bare += late
            worst = max(worst, (late, begins))
    share = 1 - bare / total
    summary = f"In {percent(share)} of the time people on the call knew how things stood"
    if worst[0] >= NOTICED:
        summary += f"; from {clock(worst[1])} on they were told nothing for too long, by {minutes(worst[0])}"
    lines = cited(case.declared.number if case.declared else 1, *(entry.number for entry in good))
    yield Mark(NAME, AXIS, max(0.0, share), 1.0, f"{summary}.", lines, worst[1] if bare else stretches[0][0])


def _gaps(case: Case, since: int, until: int, good: list[Entry]) -> Iterator[tuple[int, int]]:
    """What lies between reports in a stretch; where more time is allowed from then on, it begins anew."""
    relief = relieved(case)
    turns = [] if relief is None else [relief]
    turns += [] if case.declared is None else [case.declared.at + LONG]
    cuts = sorted({at for at in (*(entry.at for entry in good), *turns) if since < at < until})
    yield from zip((since, *cuts), (*cuts, until), strict=True)


def _wrong(report: Report) -> str:
    """Why a report counts for nothing, in words; empty for one that does."""
    match report.wrong:
        case "same":
            return "said again what the last one had said"
        case "empty":
            return "named nothing of this incident"
        case "soon":
            return f"came {minutes(report.after)} after the last one"
        case _:
            return ""
