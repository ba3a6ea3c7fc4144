"""Any updates?: people are asked how it goes before their time is up, again and again.

Leads to: each question costs whoever is asked minutes, and they learn to guess so that it stops.

Instead: agree on a time when you give the work out, and come back then.

Source: PD-AP; X6

Seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:08:00 answered person=ana topic=progress says="I have just begun." sure=0.5

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana within=10m
    0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana
    0:17:00 answered person=ana topic=progress says="Two more minutes." sure=0.5
"""

from collections.abc import Iterator

from simulator.domain.prose.capital import capital
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.rules.time_boxes import asked_too_soon
from simulator.scoring.words import clock

NAME = "any-updates"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each question that came too soon."""
    for at, answer, person, why in asked_too_soon(case):
        who = capital(case.organisation.called(person))
        yield sighting(NAME, at, f"{who} was asked for progress at {clock(at)}, {why}.", answer.number)
