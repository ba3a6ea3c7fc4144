"""Percentages as exact fractions, so that belief is exact."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm

ALWAYS = "always"
"""The name that stands for every cause not named."""


@lru_cache(maxsize=4096)
def exact(odds: float) -> Fraction:
    """The fraction that the author wrote: 0.7 is 7/10, not the nearest binary number."""
    return Fraction(str(odds))


def under(odds: Mapping[str, float], cause: str) -> Fraction:
    """The odds under a cause; 0 when the author names neither it nor `always`."""
    return exact(odds.get(cause, odds.get(ALWAYS, 0.0)))


def in_shares(odds: Fraction, scale: int) -> int:
    """Odds as so many cases of `scale`, a multiple of their denominator."""
    return odds.numerator * (scale // odds.denominator)


def whole(shares: Sequence[Fraction]) -> tuple[int, ...]:
    """Whole numbers in the same proportions."""
    scale = lcm(*(share.denominator for share in shares))
    return tuple(in_shares(share, scale) for share in shares)
