"""Taking times: the best or the median of several rounds, on one core."""

import time
from collections.abc import Callable
from statistics import median


def seconds_of(work: Callable[[], object]) -> float:
    """The processor's time for one call, in seconds: what else the machine does meanwhile is left out."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def rounds(work: Callable[[], object], times: int) -> list[float]:
    """The time of each of several rounds, in seconds, after one that does not count."""
    work()
    return [seconds_of(work) for _ in range(times)]


def paired(one: Callable[[], object], other: Callable[[], object], times: int) -> list[tuple[float, float]]:
    """The times of two pieces of work taken in turn, so that a machine that slows down slows both."""
    one()
    other()
    return [(seconds_of(one), seconds_of(other)) for _ in range(times)]


def best(values: list[float]) -> float:
    """The least: how fast a program is when nothing else is in its way.

    A busy machine slows a large program more than a small one, whose memory is all at hand. Python's `timeit`
    recommends it too.
    """
    return min(values)


def middle(values: list[float]) -> float:
    """The median."""
    return median(values)
