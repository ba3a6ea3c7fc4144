"""Relief: for some time only a share of the customers still fail."""

from typing import NamedTuple, TypeAlias

from simulator.domain.duration import MINUTE

COARSE = 5 * MINUTE
"""To so many seconds the length of a relief is rounded up where there is too much to weigh (assumption)."""


class Ease(NamedTuple):
    """A share of the impact is gone for some seconds. A plain tuple, as part of the states hashed."""

    share: float
    seconds: int


Eased: TypeAlias = tuple[Ease, ...]
"""The reliefs under way, the one that ends first in front; the strongest counts, they do not add up."""


def felt(eased: Eased, seconds: int) -> float:
    """How many seconds of full impact these seconds amount to."""
    if not eased:
        return float(seconds)
    total, begins = 0.0, 0
    for index, ease in enumerate(eased):
        ends = min(ease.seconds, seconds)
        total += (ends - begins) * _left(eased[index:])
        begins = ends
    return total + (seconds - begins)


def later(eased: Eased, seconds: int) -> Eased:
    """The reliefs still under way some seconds later."""
    if not eased:
        return eased
    return tuple(Ease(ease.share, ease.seconds - seconds) for ease in eased if ease.seconds > seconds)


def joined(eased: Eased, ease: Ease) -> Eased:
    """The reliefs with a new one that begins now."""
    return tuple(sorted((*eased, ease), key=lambda each: (each.seconds, each.share)))


def coarsened(eased: Eased) -> Eased:
    """One relief that is no worse than these together: as strong as the strongest, as long as the longest."""
    if not eased:
        return eased
    longest = -(-eased[-1].seconds // COARSE) * COARSE
    return (Ease(max(ease.share for ease in eased), longest),)


def _left(eased: Eased) -> float:
    return 1 - max([ease.share for ease in eased])
