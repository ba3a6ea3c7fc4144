"""Commander debugs: whoever leads reads logs or makes changes, and meanwhile nobody leads.

Leads to: check-ins are missed, updates come late, and the one person who should see the whole sees one log.

Instead: give the look to somebody by name; if you alone can do it, hand over command first.

Source: PD-AP; X1

Seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=commander within=0
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=commander
    0:14:00 task-ended task=t1 what=investigate subject=db-shards owner=commander

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:05:00 joined person=ana
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:14:00 task-ended task=t1 what=investigate subject=db-shards owner=ana
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, behind
from simulator.scoring.rules import commander_commands

NAME = "commander-debugs"
NOTICEABLE = 0.4
"""A fifth of the time after which nothing is earned was spent on it (assumption); less is a glance."""


def seen(case: Case) -> Iterator[Sighting]:
    """One for the incident."""
    yield from behind(NAME, commander_commands.marks(case), NOTICEABLE)
