"""Feeding the executives: leadership hears again and again, with nothing new in it.

Leads to: writing takes the time of the people who would have something new to tell, and each update brings a
question back.

Instead: say when the next update comes, and send an earlier one only when something has changed.

Source: PD-AP; X7

Seen:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience=leadership state=investigating next_in=30m
    0:12:00 posted audience=leadership state=investigating next_in=30m
    0:16:00 posted audience=leadership state=investigating next_in=30m

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience=leadership state=investigating next_in=30m
    0:38:00 posted audience=leadership state=identified next_in=30m
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.again import nothing_new
from simulator.scoring.patterns.sighting import Sighting

NAME = "executives-fed-too-often"
EXECUTIVES = "leadership"


def seen(case: Case) -> Iterator[Sighting]:
    """One for leadership."""
    yield from nothing_new(NAME, case, EXECUTIVES)
