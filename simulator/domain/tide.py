"""How the load comes and goes over a week: nobody leaves on the stroke of the hour."""

from collections.abc import Sequence
from math import floor

from simulator.domain.duration import HOUR, MINUTE

TURN = 10 * MINUTE
"""The load is the same for so long (assumption): no step is so large that it looks like what a change did."""


def tide(rhythm: Sequence[float]) -> tuple[float, ...]:
    """The load of each `TURN`, from that of each hour.

    What is written of an hour holds in its middle; between the middles of two hours it goes evenly from one
    to the other, round and round.
    """
    turns = len(rhythm) * HOUR // TURN
    return tuple(round(_between(rhythm, (turn + 0.5) * TURN / HOUR - 0.5), 4) for turn in range(turns))


def steady(loads: Sequence[float]) -> tuple[int, ...]:
    """For each `TURN`, how many of them it is until the load is another; a week of them if it never is."""
    doubled, left = (*loads, *loads), [len(loads)] * len(loads)
    for turn in reversed(range(len(doubled) - 1)):
        after = left[(turn + 1) % len(loads)]
        left[turn % len(loads)] = 1 if doubled[turn] != doubled[turn + 1] else min(after + 1, len(loads))
    return tuple(left)


def _between(rhythm: Sequence[float], hour: float) -> float:
    before = floor(hour)
    share = hour - before
    return rhythm[before % len(rhythm)] * (1 - share) + rhythm[(before + 1) % len(rhythm)] * share
