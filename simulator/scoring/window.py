"""What counts in a drill: what came of it after the take-over."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from simulator.domain.drill import taken_over
from simulator.scoring.case import Case

T = TypeVar("T")


def in_window(case: Case, judged: Callable[[Case], Iterable[T]]) -> Iterator[T]:
    """The marks, or sightings, that count.

    What stood already at the take-over, and stands as it was, is not one's own.
    """
    begun = taken_over(case.entries)
    if case.scenario.drill is None:
        yield from judged(case)
    elif begun is not None:
        before = Case(case.scenario, case.doctrine, case.entries[: begun.number], case.seat, case.records)
        stood = set(judged(before))
        yield from (mark for mark in judged(case) if mark not in stood)
