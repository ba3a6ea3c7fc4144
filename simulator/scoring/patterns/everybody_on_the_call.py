"""Everybody on the call: many are called, or kept, who have nothing to do.

Leads to: a room in which nobody hears each other, and tired people when they are needed.

Instead: page by name whom you need, let go whom you do not, and split a crowd into groups with leaders.

Source: PD-AP; X12

Seen:
    0:03:00 declared severity=P1 commander=you
    0:04:00 joined person=bo
    0:04:00 joined person=raj
    0:04:00 joined person=mei
    1:00:00 noted text="still here"

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:04:00 joined person=bo
    0:05:00 task-given task=t1 what=investigate subject=app owner=bo within=10m
    0:05:00 task-started task=t1 what=investigate subject=app owner=bo
    0:15:00 task-ended task=t1 what=investigate subject=app owner=bo
    0:16:00 left person=bo
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind, sighting
from simulator.scoring.rules import span_of_control
from simulator.scoring.rules.page_whom_you_need import kept

NAME = "everybody-on-the-call"
MANY = 3
"""So many people with nothing to do are no accident (assumption)."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for those kept in vain, and one for each crowd."""
    idle = [mark for mark in kept(case) if mark.earned < 1]
    if len(idle) >= MANY:
        lines = (line for mark in idle for line in mark.evidence)
        summary = f"{len(idle)} people were kept on the call with nothing to do for longer than need be."
        yield sighting(NAME, min(mark.at for mark in idle), summary, *lines)
    yield from behind(NAME, span_of_control.marks(case))
