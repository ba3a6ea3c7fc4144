"""Fits by plain statistics, each with the error that comes from the number of observations."""

import math
from collections.abc import Sequence
from statistics import geometric_mean, median, stdev

from simulator.domain.value import Value

FEW = 10
"""Fewer observations than this say nothing."""
TRUSTED = 2.0
"""So many standard errors either way an estimate may be off."""
MEDIAN_ERROR = math.sqrt(math.pi / 2)
"""The standard error of a median against that of a mean, for a normal distribution."""


class Estimate(Value):
    """An estimated number, its standard error (0: exact), and how many observations it rests on."""

    value: float
    error: float
    count: int

    def within(self, low: float, high: float) -> bool | None:
        """Whether it may lie between two numbers, given its error; None when too few were observed."""
        if self.error and self.count < FEW:
            return None
        return self.value + TRUSTED * self.error >= low and self.value - TRUSTED * self.error <= high


NOTHING = Estimate(math.nan, math.nan, 0)


def middle(values: Sequence[float]) -> Estimate:
    """The median of something that is log-normal."""
    if len(values) < 2:
        return NOTHING
    spread, value = _spread(values), median(values)
    return Estimate(value, value * spread * MEDIAN_ERROR / math.sqrt(len(values)), len(values))


def written(values: Sequence[float]) -> Estimate:
    """The geometric mean of numbers that somebody wrote down, which is exact however few they are."""
    if not values:
        return NOTHING
    return Estimate(geometric_mean(values), 0.0, len(values))


def sigma(values: Sequence[float]) -> Estimate:
    """The standard deviation of the logarithms, the second number of a log-normal."""
    if len(values) < 2:
        return NOTHING
    spread = _spread(values)
    return Estimate(spread, spread / math.sqrt(2 * len(values)), len(values))


def _spread(values: Sequence[float]) -> float:
    return stdev(math.log(value) for value in values)


def share(values: Sequence[float]) -> Estimate:
    """The share of observations that are 1, where the others are 0; in percent."""
    if not values:
        return NOTHING
    part = sum(values) / len(values)
    return Estimate(100 * part, 100 * math.sqrt(part * (1 - part) / len(values)), len(values))


def ratio(above: Sequence[float], below: Sequence[float], times: float = 1.0) -> Estimate:
    """The sum of some numbers over the sum of their partners, with the spread of what is left over."""
    total = sum(below)
    if len(above) != len(below) or len(above) < 2 or not total:
        return NOTHING
    rate = sum(above) / total
    left = math.sqrt(sum((a - rate * b) ** 2 for a, b in zip(above, below, strict=True)))
    return Estimate(times * rate, times * left / total, len(above))


def over(one: Estimate, other: Estimate) -> Estimate:
    """One estimate as a multiple of another."""
    if not other.value or not one.count or not other.count:
        return NOTHING
    value = one.value / other.value
    error = value * math.hypot(one.error / one.value if one.value else 0.0, other.error / other.value)
    return Estimate(value, error, min(one.count, other.count))
