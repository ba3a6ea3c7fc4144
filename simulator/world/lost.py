"""What customers lose over a part of a stretch of formulas."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.health import Health, Suffered
from simulator.domain.impact import LOST_WORK
from simulator.world.integral import integrate
from simulator.world.stretch import KEPT, Stretch

AN_INSTANT = 1e-6
"""Seconds before a jump at which the state is still the one before it."""


class Lost(NamedTuple):
    """What is lost in a part of a stretch, in seconds of all active customers: `cost` weighs lost work.

    `stranding` is the work that gets stranded; `arriving` the share of customers who fail at its end.
    """

    cost: float
    stranding: float
    arriving: float


def lost(stretch: Stretch, begin: int, end: int) -> Lost:
    """What is lost from one second of a stretch to another."""
    if stretch.moved:
        return _lost(stretch, begin, end)
    first, seconds = stretch.first, end - begin
    return Lost(_cost(first) * seconds, first.stranding * seconds, first.failing)


@lru_cache(maxsize=KEPT)
def _lost(stretch: Stretch, begin: int, end: int) -> Lost:
    first, last = stretch.suffered(begin), stretch.suffered(end - AN_INSTANT)

    def over(of: Callable[[Suffered], float]) -> float:
        edges = of(first), of(last)
        return integrate(lambda at: of(stretch.suffered(at)), begin, end, edges, stretch.degree)

    strands = first.stranding or last.stranding
    return Lost(over(_cost), over(_stranding) if strands else 0.0, last.failing)


def _cost(suffered: Suffered | Health) -> float:
    return suffered.failing + LOST_WORK * suffered.losing


def _stranding(suffered: Suffered) -> float:
    return suffered.stranding
