"""Marks that say the same of many updates, told once: few real updates say when the next one comes."""

from dataclasses import replace

from simulator.scoring.mark import Mark, cited
from simulator.scoring.rules import promises_kept
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard


def promises_nothing(mark: Mark) -> bool:
    """Whether it is about an update that did not say when the next would come."""
    return mark.rule == promises_kept.NAME and mark.weight < 1


def gathered(card: Scorecard) -> Scorecard:
    """The card with those marks as one. They earn the same, so that no points change."""
    return replace(card, axes=tuple(_axis(axis) for axis in card.axes))


def _axis(axis: AxisScore) -> AxisScore:
    return replace(axis, rules=tuple(_rule(rule) for rule in axis.rules))


def _rule(rule: RuleScore) -> RuleScore:
    alike = [mark for mark in rule.marks if promises_nothing(mark)]
    if len(alike) < 2:
        return rule
    lines = cited(*(line for mark in alike for line in mark.evidence))
    one = replace(
        alike[0], weight=sum(mark.weight for mark in alike), evidence=lines,
        summary=f"{len(alike)} updates did not say when the next would come.",
    )  # fmt: skip
    rest = tuple(mark for mark in rule.marks if not promises_nothing(mark))
    return replace(rule, marks=(one, *rest))
