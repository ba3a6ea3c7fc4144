"""Can someone...: work is asked of everybody on the call, and so of nobody.

Leads to: each thinks that another will do it; minutes go by until somebody does, or nobody ever does.

Instead: say one name and how long it may take, and wait for a yes.

Source: PD-IC; X2

Seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    0:07:00 task-given task=t1 what=investigate subject=app owner="" within=10m

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=bo
    0:06:00 joined person=ana
    0:07:00 task-given task=t1 what=investigate subject=app owner=bo within=10m
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import named_owner

NAME = "can-someone"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each piece of work without a name."""
    yield from behind(NAME, named_owner.marks(case))
