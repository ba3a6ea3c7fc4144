"""What customers report: tickets against the customer-hours that they come from."""

from collections.abc import Sequence
from itertools import pairwise

from simulator.bench.realism.sample import Notes
from simulator.domain.course import impact, lost_by
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CustomersReported

EARLY = (0, 20 * MINUTE)
LATE = (50 * MINUTE, 120 * MINUTE)
MIDDLE = (15 * MINUTE, 60 * MINUTE)
"""Stretches of an exercise over which rates are taken (seconds)."""


def note_tickets(entries: Sequence[Entry], name: str, within: tuple[int, int], notes: Notes) -> None:
    """Note tickets and affected customer-hours between what support tells, for what falls into a stretch."""
    steps = impact(entries)
    told = [(0, 0), *((entry.at, fact.count) for entry, fact in each(entries, CustomersReported))]
    for (begin, before), (end, after) in pairwise(told):
        if within[0] <= (begin + end) / 2 < within[1]:
            notes.take(f"{name} tickets", after - before)
            notes.take(f"{name} hours", (lost_by(steps, end) - lost_by(steps, begin)) * MINUTE / HOUR)
