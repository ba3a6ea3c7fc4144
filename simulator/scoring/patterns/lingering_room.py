"""Lingering room: it has long been over, and everybody is still there.

Leads to: tired people, work that waits, and a slower answer to the next page.

Instead: say who has to stay and until when, thank the others, and let them go.

Source: SEED; X19

Seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    2:30:00 ended why="ended by the commander"

Not seen:
    0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:20:00 impact-changed failing=0 arriving=0 seen=truth
    0:40:00 ended why="ended by the commander"
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import end_promptly

NAME = "lingering-room"


def seen(case: Case) -> Iterator[Sighting]:
    """One for the incident."""
    closing = end_promptly.how_soon(case)
    yield from behind(NAME, [closing] if closing else [])
