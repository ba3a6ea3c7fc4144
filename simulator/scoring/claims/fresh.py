"""What was known a while ago, or soon after: news takes some minutes from being known to being told."""

from bisect import bisect_right

from simulator.domain.duration import MINUTE
from simulator.scoring.case import Case

EARLY_BY = 2 * MINUTE
"""What could be known so soon after it was said was said early, and is no guess (assumption)."""
EARLY = 0.8
"""What such a claim earns (assumption): it came out right, and could have waited for the proof."""


def line_at(case: Case, at: float) -> int:
    """The number of the first line after a second."""
    index = bisect_right(case.entries, at, key=lambda entry: entry.at)
    return case.entries[index].number if index < len(case.entries) else case.beyond
