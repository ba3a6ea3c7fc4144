"""Integration of the impact between two events, where it is smooth."""

from collections.abc import Callable, Sequence

_THREE = ((0.0, 4 / 3),), 1 / 3
_FIVE = ((0.6546536707079771, 49 / 90), (0.0, 32 / 45), (-0.6546536707079771, 49 / 90)), 1 / 10
_NINE = (
    (
        (0.8997579954114602, 0.1654953615608055),
        (0.6771862795107377, 0.2745387125001617),
        (0.3631174638261782, 0.3464285109730463),
        (0.0, 0.3715192743764172),
        (-0.3631174638261782, 0.3464285109730463),
        (-0.6771862795107377, 0.2745387125001617),
        (-0.8997579954114602, 0.1654953615608055),
    ),
    1 / 36,
)
Nodes = tuple[Sequence[tuple[float, float]], float]


def integrate(
    function: Callable[[float], float], begin: float, end: float, edges: tuple[float, float], degree: int
) -> float:
    """The integral by Gauss-Lobatto quadrature with three, five or nine nodes.

    `edges` are the function's values at begin and end, which are known anyway. Exact (to rounding) for
    polynomials up to `degree`, at most 15: products of straight lines, which is what failing journeys are
    made of; within about 1e-9 for the quotients of an overload.
    """
    inner, outer = _nodes(degree)
    middle, half = (begin + end) / 2, (end - begin) / 2
    total = outer * (edges[0] + edges[1])
    for node, weight in inner:
        total += weight * function(middle + half * node)
    return total * half


def _nodes(degree: int) -> Nodes:
    if degree <= 3:
        return _THREE
    return _FIVE if degree <= 7 else _NINE
