"""Updates that said nothing new, too soon: what two patterns have in common."""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.patterns.sighting import Sighting, sighting
from simulator.scoring.updates import judged
from simulator.scoring.words import audience, clock, listed

HABIT = 2
"""So many of them are a habit (assumption); one is a slip."""


def nothing_new(pattern: str, case: Case, channel: str) -> Iterator[Sighting]:
    """A sighting when it became a habit towards an audience."""
    idle = [one.sent for one in judged(case, channel) if one.contentless]
    if len(idle) >= HABIT:
        times = listed(clock(sent.at) for sent in idle)
        summary = f"The updates to {audience(channel)} at {times} said nothing new, and it was not time yet."
        yield sighting(pattern, idle[0].at, summary, *(sent.entry for sent in idle))
