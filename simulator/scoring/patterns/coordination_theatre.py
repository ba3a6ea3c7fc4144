"""Coordination theatre: there is much talk about the response, and nothing is under way in it.

Leads to: everybody is busy, the call feels led, and customers wait.

Instead: after each round ask who does what until when; if nobody does anything, stop talking and give work
out.

Source: MAG; X26

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 commanded seat=commander text="declare P1" takes=20
    0:03:20 declared severity=P1 commander=you
    0:04:00 joined person=bo
    0:05:00 commanded seat=commander text="sitrep" takes=180
    0:08:00 commanded seat=commander text="who is here?" takes=90
    0:10:00 commanded seat=commander text="sitrep" takes=240
    0:15:00 noted text="all informed"

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 commanded seat=commander text="declare P1" takes=20
    0:03:20 declared severity=P1 commander=you
    0:04:00 joined person=bo
    0:05:00 task-given task=t1 what=investigate subject=app owner=bo within=10m
    0:05:00 task-started task=t1 what=investigate subject=app owner=bo
    0:05:00 commanded seat=commander text="sitrep" takes=180
    0:15:00 noted text="all informed"
"""

from collections.abc import Iterator

from simulator.domain.entry import Entry, each
from simulator.domain.fact import Commanded
from simulator.scoring.case import Case
from simulator.scoring.idle import Stretch, idle
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.words import clock, minutes

NAME = "coordination-theatre"
MOSTLY = 0.5
"""This share of a stretch filled with words makes it talk rather than waiting (assumption)."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for each stretch that was filled with words while nothing was under way."""
    least = case.doctrine.threshold("decide within")
    for stretch in idle(case):
        spoken = list(_spoken(case, stretch))
        talk = sum(takes for _, takes in spoken)
        if stretch.seconds > least and talk >= MOSTLY * stretch.seconds:
            summary = (
                f"For {minutes(stretch.seconds)} from {clock(stretch.since)} on nothing was under way, and "
                f"{minutes(talk)} of it went into coordination."
            )
            yield sighting(NAME, stretch.since, summary, *(entry.number for entry, _ in spoken))


def _spoken(case: Case, stretch: Stretch) -> Iterator[tuple[Entry, int]]:
    """What the seat said in a stretch, and the seconds that it took."""
    for entry, said in each(case.seen, Commanded):
        if said.seat == case.seat and stretch.since <= entry.at < stretch.until:
            yield entry, min(said.takes, stretch.until - entry.at)
