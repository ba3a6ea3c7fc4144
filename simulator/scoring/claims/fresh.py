"""What was known a while ago, or soon after: news takes some minutes from being known to being told."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import takewhile

from simulator.domain.course import Sent
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry
from simulator.scoring.case import Case
from simulator.scoring.ledger.cause import bearing

EARLY_BY = 2 * MINUTE
"""What could be known so soon after it was said was said early, and is no guess (assumption)."""
EARLY = 0.8
"""What such a claim earns (assumption): it came out right, and could have waited for the proof."""


def line_at(case: Case, at: float) -> int:
    """The number of the first line after a second."""
    index = bisect_right(case.entries, at, key=lambda entry: entry.at)
    return case.entries[index].number if index < len(case.entries) else case.beyond


def soon_after(case: Case, sent: Sent) -> Iterator[Entry]:
    """The lines that may bear on what is thought, in the couple of minutes after an update."""
    after = bisect_right(bearing(case), sent.entry, key=lambda entry: entry.number)
    return takewhile(lambda entry: entry.at <= sent.at + EARLY_BY, bearing(case)[after:])
