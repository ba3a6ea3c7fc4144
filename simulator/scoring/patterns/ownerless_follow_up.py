"""Ownerless follow-up: what is left to do is written down, with nobody's name on it.

Leads to: it is not done, and the same outage comes back.

Instead: one name and one date for each, before anybody leaves the call.

Source: SEED; X20

Seen:
    0:03:00 declared severity=P1 commander=you
    0:50:00 followed-up text="an alert on lock waits"
    0:55:00 ended why="ended by the commander"

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:50:00 followed-up text="an alert on lock waits" owner=ana due=Friday
    0:55:00 ended why="ended by the commander"
"""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import FollowedUp
from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.recovery import ended

NAME = "ownerless-follow-up"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each piece of work that had no owner at the end."""
    end = ended(case)
    for entry, work in each(case.seen, FollowedUp) if end else ():
        if not work.owner:
            summary = f"'{work.text}' was left for afterwards without an owner."
            yield sighting(NAME, entry.at, summary, entry.number)
