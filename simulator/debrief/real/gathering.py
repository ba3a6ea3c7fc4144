"""Marks that say the same of many updates, told once: the table of updates has each of them."""

from collections.abc import Callable
from dataclasses import replace

from simulator.scoring.mark import Mark, cited
from simulator.scoring.rules import cadence, promises_kept
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard


def promises_nothing(mark: Mark) -> bool:
    """Whether it is about an update that did not say when the next would come."""
    return mark.rule == promises_kept.NAME and mark.weight < 1


def _in_time(mark: Mark) -> bool:
    return mark.rule == cadence.NAME and mark.earned == 1


_ALIKE: tuple[tuple[Callable[[Mark], bool], str], ...] = (
    (_in_time, "{} updates came in time for their clock, or within its tolerance."),
    (promises_nothing, "{} updates did not say when the next would come."),
)


def gathered(card: Scorecard) -> Scorecard:
    """The card with such marks as one each. They earn the same, so that no points change."""
    return replace(card, axes=tuple(_axis(axis) for axis in card.axes))


def _axis(axis: AxisScore) -> AxisScore:
    return replace(axis, rules=tuple(_rule(rule) for rule in axis.rules))


def _rule(rule: RuleScore) -> RuleScore:
    marks = rule.marks
    for alike, says in _ALIKE:
        marks = _together(marks, alike, says)
    return replace(rule, marks=marks)


def _together(marks: tuple[Mark, ...], alike: Callable[[Mark], bool], says: str) -> tuple[Mark, ...]:
    some = [mark for mark in marks if alike(mark)]
    if len(some) < 2:
        return marks
    lines = cited(*(line for mark in some for line in mark.evidence))
    weight, summary = sum(mark.weight for mark in some), says.format(len(some))
    one = replace(some[0], weight=weight, evidence=lines, summary=summary)
    return (one, *(mark for mark in marks if not alike(mark)))
