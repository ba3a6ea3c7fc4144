"""Freelancing: somebody changes production of their own accord, and the call learns of it later.

Leads to: what is seen on the dashboards has a cause that nobody reckons with, and two changes undo each
other.

Instead: stop all other change when you declare, say that every change is ordered, and ask who has changed
something already.

Source: SRE14; X3

Seen:
    0:03:00 declared severity=P1 commander=you
    0:20:00 acted-alone person=bo id=c1 change="restart app" says="I have restarted it."

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:20:00 change-ordered id=c1 change="restart app" owner=bo
    0:20:00 change-started id=c1 change="restart app" owner=bo
"""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import ActedAlone
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.words import clock

NAME = "freelancing"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each change that came out without having been ordered."""
    for entry, alone in each(case.seen, ActedAlone):
        summary = f"'{alone.change}' came out at {clock(entry.at)}; nobody had ordered it."
        yield sighting(NAME, entry.at, summary, entry.number)
