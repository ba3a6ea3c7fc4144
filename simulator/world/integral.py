"""Integration of the impact between two events, where it is smooth."""

from collections.abc import Callable

_NODES = (
    (0.9602898564975363, 0.1012285362903763),
    (0.7966664774136267, 0.2223810344533745),
    (0.5255324099163290, 0.3137066458778873),
    (0.1834346424956498, 0.3626837833783620),
)


def integrate(function: Callable[[float], float], begin: float, end: float) -> float:
    """The integral by Gauss-Legendre quadrature with eight nodes.

    Exact (to rounding) for polynomials up to degree 15: products of up to fifteen straight lines, which is
    what failing journeys are made of; within about 1e-9 for the smooth quotients of an overload.
    """
    middle, half = (begin + end) / 2, (end - begin) / 2
    total = 0.0
    for node, weight in _NODES:
        total += weight * (function(middle + half * node) + function(middle - half * node))
    return total * half
