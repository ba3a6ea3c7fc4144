"""Percentages as exact fractions, so that belief is exact."""

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache

ALWAYS = "always"
"""The name that stands for every cause not named."""


@lru_cache(maxsize=4096)
def exact(odds: float) -> Fraction:
    """The fraction that the author wrote: 0.7 is 7/10, not the nearest binary number."""
    return Fraction(str(odds))


def under(odds: Mapping[str, float], cause: str) -> Fraction:
    """The odds under a cause; 0 when the author names neither it nor `always`."""
    return exact(odds.get(cause, odds.get(ALWAYS, 0.0)))
