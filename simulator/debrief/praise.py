"""What went well: the weightiest marks that were earned in full."""

from collections.abc import Callable
from dataclasses import replace

from simulator.debrief.axes import FULL, MarkLine, mark_line
from simulator.domain.doctrine import Axis
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard

AT_MOST = 5
LEFT_TO_OTHERS = "commander-commands"
OF_ONE_RULE = 2
ON_CHANGES: tuple[Axis, ...] = ("sequencing", "easy fix first")
"""The axes whose rules look at the same orders."""


def praise_of(
    card: Scorecard, leads: str = "You", whose: Callable[[Mark], bool] = lambda mark: True
) -> tuple[MarkLine, ...]:
    """A handful of earned marks, the weightiest first; no rule more than twice. `leads` is who led."""
    best = sorted(
        (
            pair
            for axis in card.axes
            for rule in axis.rules
            for pair in _earned(rule)
            if _clean(axis, pair[1]) and whose(pair[1])
        ),
        key=_weightiest,
    )
    seen: dict[str, int] = {}
    chosen = []
    for share, mark in best:
        seen[mark.rule] = seen.get(mark.rule, 0) + 1
        if seen[mark.rule] <= OF_ONE_RULE:
            chosen.append((share, mark))
    return tuple(_praised(mark_line(mark, share), mark, leads) for share, mark in chosen[:AT_MOST])


def _praised(line: MarkLine, mark: Mark, leads: str) -> MarkLine:
    """A mark as praise, which names a thing that somebody did, and not what they left alone."""
    if mark.rule != LEFT_TO_OTHERS:
        return line
    pieces = f"{len(mark.evidence)} piece{'s' if len(mark.evidence) > 1 else ''} of it"
    return replace(line, summary=f"{leads} led, and gave all technical work to others: {pieces}.")


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
