"""What decides the grade, plainly: which axis, by which marks, and that how it came out is another matter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.domain.doctrine import Axis, Doctrine
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, Scorecard
from simulator.scoring.words import listed, percent

AT_MOST = 3
"""So many marks are named: the costliest."""
BETTER = 0.05
"""Less lost by this share than somebody else is less (assumption)."""
APART = (
    "The grade does not count that: it asks how it was led, by what could be known at each moment. The same "
    "ways may come out otherwise the next time."
)


@dataclass(frozen=True, slots=True)
class Weighty:
    """A mark with the points that its axis would have more, had it earned all."""

    mark: Mark
    points: float


@dataclass(frozen=True, slots=True)
class Deciding:
    """What decided a grade: the weakest axis, what it lacks to the next grade, and what it lost most by.

    `lacks` is in points, 0 where nothing is lacking; `says` tells all of it in a few sentences, without
    anybody in it: whose words a mark judges stands on the mark (`Mark.seat`).
    """

    axis: Axis
    points: int
    lacks: int
    marks: tuple[Weighty, ...]
    says: str


def deciding(card: Scorecard, doctrine: Doctrine) -> Deciding | None:
    """What decided a grade; None where nothing was scored."""
    weakest = card.weakest
    if weakest is None or weakest.points is None:
        return None
    points = round(weakest.points)
    needs = doctrine.pass_mark if points < doctrine.pass_mark else doctrine.distinction
    lacks, marks = max(0, needs - points), costliest(weakest)
    return Deciding(weakest.axis, points, lacks, marks, _says(weakest, doctrine, lacks, marks))


def costliest(axis: AxisScore) -> tuple[Weighty, ...]:
    """The marks that an axis lost most by, the costliest first."""
    whole = sum(rule.weight for rule in axis.rules)
    found = [
        Weighty(mark, 100 * rule.weight / whole * mark.lost / sum(each.weight for each in rule.marks))
        for rule in axis.rules
        for mark in rule.marks
        if mark.lost > 0
    ]
    return tuple(sorted(found, key=lambda one: (-one.points, one.mark.at))[:AT_MOST])


def _says(axis: AxisScore, doctrine: Doctrine, lacks: int, marks: Sequence[Weighty]) -> str:
    points = round(axis.points or 0.0)
    if not lacks:
        return f"No axis is below {points}: what the highest grade asks was there on each of them."
    grade = "a pass" if points < doctrine.pass_mark else "a distinction"
    told = " ".join(f"{one.mark.summary.rstrip('.')} ({_costs(one)})." for one in marks)
    most = f" It lost most here: {told}" if told else ""
    return f"The grade is that of the weakest axis: {axis.axis}, {lacks} short of {grade}.{most}"


def _costs(one: Weighty) -> str:
    points = max(1, round(one.points))
    return f"{points} point{'s' if points > 1 else ''}"


def apart_from_outcome(card: Scorecard, lost: float | None, others: Mapping[str, float]) -> str:
    """That it came out better than with others though that is no pass, or worse though it is one; else empty.

    `lost` and `others` are customer-minutes, `others` by who else met the same outage (`by the book`, `nobody
    leads`). A grade judges what could be known; what came of it is luck as well.
    """
    if not lost or card.grade is None:
        return ""
    saved = {name: 1 - lost / cost for name, cost in others.items() if cost > 0}
    if card.grade == "not yet":
        better = [f"{percent(share)} less than {_whom(n)}" for n, share in saved.items() if share >= BETTER]
        return f"It came out well: {listed(better)} was lost. {APART}" if better else ""
    if saved.get("nobody leads", 0.0) <= -BETTER:
        return f"It came out worse than with nobody leading. {APART}"
    return ""


def _whom(name: str) -> str:
    return "with nobody leading" if name == "nobody leads" else name
