"""What counts: in a drill what came after the take-over, and after a hand-over what was led before it."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from simulator.domain.drill import taken_over
from simulator.domain.succession import led_on
from simulator.scoring.case import Case

T = TypeVar("T")


def in_window(case: Case, judged: Callable[[Case], Iterable[T]]) -> Iterator[T]:
    """The marks, sightings or decisions that count.

    What stood already at the take-over, and stands as it was, is not one's own; nor is what became of it
    while somebody else led on.
    """
    begun = taken_over(case.entries)
    if case.scenario.drill is None:
        yield from _led(case, judged)
    elif begun is not None:
        stood = set(judged(up_to(case, begun.number)))
        yield from (mark for mark in judged(case) if mark not in stood)


def _led(case: Case, judged: Callable[[Case], Iterable[T]]) -> Iterator[T]:
    """What came of each stretch that was led by whoever is trained, as it stood when they handed over."""
    stood: set[T] = set()
    for stretch in led_on(case.entries):
        yield from (one for one in judged(up_to(case, stretch.begins.number)) if one not in stood)
        if stretch.ends is None:
            return
        stood = set(judged(up_to(case, stretch.ends.number)))
    yield from (one for one in judged(case) if one not in stood)


@lru_cache(maxsize=8)
def up_to(case: Case, number: int) -> Case:
    """The case as it stood on a line."""
    return Case(case.scenario, case.doctrine, case.entries[:number], case.seat, case.records)
