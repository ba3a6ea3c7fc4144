"""What went well: the weightiest marks that were earned in full."""

from simulator.debrief.axes import FULL, MarkLine, mark_line
from simulator.domain.doctrine import Axis
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard

AT_MOST = 5
OF_ONE_RULE = 2
ON_CHANGES: tuple[Axis, ...] = ("sequencing", "easy fix first")
"""The axes whose rules look at the same orders."""


def praise_of(card: Scorecard) -> tuple[MarkLine, ...]:
    """A handful of earned marks, the weightiest first; no rule more than twice."""
    best = sorted(
        (
            pair
            for axis in card.axes
            for rule in axis.rules
            for pair in _earned(rule)
            if _clean(axis, pair[1])
        ),
        key=_weightiest,
    )
    seen: dict[str, int] = {}
    chosen = []
    for share, mark in best:
        seen[mark.rule] = seen.get(mark.rule, 0) + 1
        if seen[mark.rule] <= OF_ONE_RULE:
            chosen.append((share, mark))
    return tuple(mark_line(mark, share) for share, mark in chosen[:AT_MOST])


def _clean(axis: AxisScore, mark: Mark) -> bool:
    """Whether its last line cost no other mark everything: nobody is praised for how soon they erred."""
    if axis.axis not in ON_CHANGES:
        return True
    lost = (one.evidence[-1] for rule in axis.rules for one in rule.marks if one.earned == 0)
    return mark.evidence[-1] not in lost


def _earned(rule: RuleScore) -> list[tuple[float, Mark]]:
    """The rule's earned marks, each with its share of the rule's weight."""
    total = sum(mark.weight for mark in rule.marks)
    return [(rule.weight * mark.weight / total, mark) for mark in rule.marks if mark.earned >= FULL]


def _weightiest(pair: tuple[float, Mark]) -> tuple[float, int, str]:
    weight, mark = pair
    return (-round(weight, 6), mark.at, mark.rule)
