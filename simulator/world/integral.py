"""Integration of the impact between two events, where it is smooth."""

from collections.abc import Callable

CURVE = 15
"""The degree to ask for when the function is no polynomial but a smooth quotient, as in an overload."""

_TWO = ((0.5773502691896257, 1.0),)
_FOUR = ((0.8611363115940526, 0.3478548451374538), (0.3399810435848563, 0.6521451548625461))
_EIGHT = (
    (0.9602898564975363, 0.1012285362903763),
    (0.7966664774136267, 0.2223810344533745),
    (0.5255324099163290, 0.3137066458778873),
    (0.1834346424956498, 0.3626837833783620),
)


def integrate(function: Callable[[float], float], begin: float, end: float, degree: int = CURVE) -> float:
    """The integral by Gauss-Legendre quadrature with two, four or eight nodes.

    Exact (to rounding) for polynomials up to `degree`, at most 15: products of straight lines, which is what
    failing journeys are made of; within about 1e-9 for the quotients of an overload.
    """
    nodes = _TWO if degree <= 3 else _FOUR if degree <= 7 else _EIGHT
    middle, half = (begin + end) / 2, (end - begin) / 2
    total = 0.0
    for node, weight in nodes:
        total += weight * (function(middle + half * node) + function(middle - half * node))
    return total * half
