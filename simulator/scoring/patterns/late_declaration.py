"""Late declaration: it is looked into for long before anybody says that this is an incident.

Leads to: the people who are needed are called late, customers hear late, and work is done that nobody leads.

Instead: declare when customers can feel it or a second team is needed. To close it again costs nothing.

Source: SRE14; X13

Seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:40:00 declared severity=P1 commander=you

Not seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:05:00 declared severity=P1 commander=you
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import declare_early

NAME = "late-declaration"


def seen(case: Case) -> Iterator[Sighting]:
    """One for the incident."""
    yield from behind(NAME, declare_early.marks(case))
