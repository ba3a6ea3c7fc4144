"""What was known a while ago: news takes some minutes from being known to being told."""

from bisect import bisect_right

from simulator.scoring.case import Case


def line_at(case: Case, at: float) -> int:
    """The number of the first line after a second."""
    index = bisect_right(case.entries, at, key=lambda entry: entry.at)
    return case.entries[index].number if index < len(case.entries) else case.beyond
