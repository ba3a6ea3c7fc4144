"""The scorecard: axes, rules and marks, with a grade that the weakest axis decides."""

from collections.abc import Iterable
from typing import Literal, TypeAlias

from simulator.domain.doctrine import AXES, Axis, Doctrine
from simulator.domain.value import Value
from simulator.scoring.mark import Mark

Grade: TypeAlias = Literal["distinction", "pass", "not yet"]


class RuleScore(Value):
    """One rule's points, 0 to 100, its share of the axis, and the marks they come from."""

    rule: str
    points: float
    weight: float
    marks: tuple[Mark, ...]


class AxisScore(Value):
    """One axis: 0 to 100, or None when nothing in the timeline can be judged on it."""

    axis: Axis
    points: float | None
    rules: tuple[RuleScore, ...]


class Scorecard(Value):
    """What a timeline earned under a doctrine.

    `grade` is None when no axis could be scored, or a pass is `withheld` for a reason that is told.
    """

    doctrine: str
    axes: tuple[AxisScore, ...]
    marks: tuple[Mark, ...]
    grade: Grade | None
    withheld: str = ""

    def axis(self, name: str) -> AxisScore:
        """The score of one axis; KeyError for one that is not on the card."""
        found = {score.axis: score for score in self.axes}
        return found[name]  # type: ignore[index]  # KeyError for any other text

    @property
    def weakest(self) -> AxisScore | None:
        """The scored axis that decides the grade."""
        scored = [score for score in self.axes if score.points is not None]
        return min(scored, key=lambda score: score.points or 0.0, default=None)


def scorecard(doctrine: Doctrine, marks: Iterable[Mark]) -> Scorecard:
    """The scorecard of marks: weighted means of marks within rules, and of rules within axes."""
    ordered = tuple(sorted(marks, key=lambda mark: (mark.at, mark.rule, mark.evidence)))
    counted = tuple(mark for mark in ordered if doctrine.weights.get(mark.rule, 0) > 0)
    axes = tuple(_axis(axis, doctrine, counted) for axis in AXES)
    return Scorecard(doctrine.id, axes, counted, _grade(doctrine, axes))


def _axis(axis: Axis, doctrine: Doctrine, marks: tuple[Mark, ...]) -> AxisScore:
    by_rule: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.axis == axis:
            by_rule.setdefault(mark.rule, []).append(mark)
    rules = tuple(_rule(name, doctrine.weights[name], tuple(by_rule[name])) for name in sorted(by_rule))
    return AxisScore(axis, _mean((rule.points, rule.weight) for rule in rules), rules)


def _rule(name: str, weight: float, marks: tuple[Mark, ...]) -> RuleScore:
    mean = _mean((100 * mark.earned, mark.weight) for mark in marks)
    return RuleScore(name, mean or 0.0, weight, marks)


def _mean(weighted: Iterable[tuple[float, float]]) -> float | None:
    pairs = list(weighted)
    total = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / total if total else None


def _grade(doctrine: Doctrine, axes: tuple[AxisScore, ...]) -> Grade | None:
    points = [score.points for score in axes if score.points is not None]
    return grade_of(min(points), doctrine) if points else None


def grade_of(points: float, doctrine: Doctrine) -> Grade:
    """The grade for so many points of an axis; whole ones decide, since these are shown."""
    if round(points) >= doctrine.distinction:
        return "distinction"
    return "pass" if round(points) >= doctrine.pass_mark else "not yet"
