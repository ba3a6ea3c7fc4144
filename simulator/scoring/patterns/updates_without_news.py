"""Updates without news: customers, or those who speak with them, hear the same again before they wait for it.

Leads to: people stop reading, and miss the update that matters.

Instead: post when something has changed, or when the promised time has come; then say what is known, what is
done, and when you will write again.

Source: PD-EXT; X18

Seen:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating next_in=30m
    0:11:00 posted audience="status page" state=investigating next_in=30m
    0:14:00 posted audience="status page" state=investigating next_in=30m

Not seen:
    0:03:00 declared severity=P1 commander=you
    0:08:00 posted audience="status page" state=investigating next_in=20m
    0:28:00 posted audience="status page" state=identified next_in=20m
"""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.again import nothing_new
from simulator.scoring.patterns.executives_fed_too_often import EXECUTIVES
from simulator.scoring.patterns.sighting import Sighting

NAME = "updates-without-news"


def seen(case: Case) -> Iterator[Sighting]:
    """One for each audience but the executives, for whom the field has a name of its own."""
    for audience in case.updates:
        if audience != EXECUTIVES:
            yield from nothing_new(NAME, case, audience)
