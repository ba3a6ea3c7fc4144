"""Two courses of an outage as a table."""

from simulator.domain.duration import show_clock
from simulator.library.comparing import Comparison
from simulator.library.points import show_points


def side_by_side(comparison: Comparison, heads: tuple[str, str]) -> list[str]:
    """What customers lost, each axis, the grade and the end, in two columns under their heads."""
    was, would = comparison.parent, comparison.child
    rows = [
        ("", *heads),
        ("customer-minutes lost", f"{was.lost:,.0f}", f"{would.lost:,.0f}"),
        *((axis, _points(points), _points(would.axes[axis])) for axis, points in was.axes.items()),
        ("grade", was.grade or "-", would.grade or "-"),
        ("ended at", show_clock(was.ended), show_clock(would.ended)),
    ]
    return [f"{name:<26}{before:>12}{after:>14}".rstrip() for name, before, after in rows]


def _points(points: float | None) -> str:
    return show_points(points, "not scored")
