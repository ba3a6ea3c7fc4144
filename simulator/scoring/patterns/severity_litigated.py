"""Severity litigated: the call argues about what to call it, or the level goes to and fro.

Leads to: minutes in which nobody works on the outage, and a level that nobody trusts.

Instead: take the higher one, say so once, and go on. It can be revised when something new is known.

Source: PD-AP; X10

Seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:10:00 severity-changed before=P1 severity=P2 because="sales say so"
    0:14:00 severity-changed before=P2 severity=P1 because="support say so"
    0:18:00 severity-changed before=P1 severity=P2 because="sales say so"

Not seen:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P1 commander=you
    0:20:00 swooped who=leadership audience=leadership says="Is that really a P1?" wants=severity
    0:21:00 replied audience=leadership how="severity stays" text="a quarter cannot send"
    0:21:05 stepped-back who=leadership audience=leadership says="Fine."
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import severity_not_debated

NAME = "severity-litigated"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each argument, and one for going to and fro."""
    yield from behind(NAME, severity_not_debated.marks(case))
