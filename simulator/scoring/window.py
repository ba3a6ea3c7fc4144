"""What counts: in a drill what came after the take-over, and after a hand-over what was led before it."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

from simulator.domain.drill import taken_over
from simulator.domain.succession import led_on
from simulator.scoring.case import Case
from simulator.scoring.sighted import once


class Dated(Protocol):
    """Something that is about a second."""

    @property
    def at(self) -> int:
        """The second."""
        ...


T = TypeVar("T", bound=Dated)


def in_window(case: Case, judged: Callable[[Case], Iterable[T]]) -> Iterator[T]:
    """The marks, sightings or decisions that count.

    What stood already at the take-over, and stands as it was, is not one's own; nor is what became of it
    while somebody else led on.
    """
    if case.scenario.drill is None:
        yield from _led(case, judged)
    elif (begun := taken_over(case.entries)) is not None:
        stood = set(judged(up_to(case, begun.number)))
        yield from (mark for mark in judged(case) if mark not in stood)


def _led(case: Case, judged: Callable[[Case], Iterable[T]]) -> Iterator[T]:
    """What came of each stretch that was led by whoever is trained, as it stood when they handed over.

    What is about a second at which somebody else led is theirs, even if it came out otherwise later.
    """
    stood: set[T] = set()
    since = 0
    for stretch in led_on(case.entries):
        found = judged(up_to(case, stretch.begins.number))
        yield from (one for one in found if one.at >= since and one not in stood)
        if stretch.ends is None:
            return
        since, stood = stretch.ends.at, set(judged(up_to(case, stretch.ends.number)))
    yield from (one for one in judged(case) if one.at >= since and one not in stood)


@once
def up_to(case: Case, number: int) -> Case:
    """The case as it stood on a line."""
    return Case(case.scenario, case.doctrine, case.entries[:number], case.seat, case.records)
