"""What went well: marks that were earned in full, of every axis, the best axis first."""

from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

from simulator.debrief.axes import FULL, MarkLine, mark_line
from simulator.domain.doctrine import Axis
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import AxisScore, RuleScore, Scorecard

AT_MOST = 5
SHOWN = 5
"""So many of the lines are cited, where there may be dozens."""
ON_CHANGES: tuple[Axis, ...] = ("sequencing", "easy fix first")
"""The axes whose rules look at the same orders."""


def praise_of(
    card: Scorecard, leads: str = "You", whose: Callable[[Mark], bool] = lambda mark: True
) -> tuple[MarkLine, ...]:
    """A handful of earned marks: the best of each axis, beginning with the axis of most points.

    `leads` is who led.
    """
    scored = [(axis.points, axis) for axis in card.axes if axis.points is not None]
    in_order = [axis for _, axis in sorted(scored, key=lambda pair: -round(pair[0]))]
    by_axis = [_best(axis, whose) for axis in in_order]
    in_turn = [pair for turn in zip_longest(*by_axis) for pair in turn if pair]
    kept = {rule.rule: rule.marks for axis in in_order for rule in axis.rules}
    return tuple(
        _praised(mark_line(mark, share), kept[mark.rule], leads) for share, mark in in_turn[:AT_MOST]
    )


def _best(axis: AxisScore, whose: Callable[[Mark], bool]) -> list[tuple[float, Mark]]:
    """An axis' earned marks, those first of whose rule it earned most; what ends in one line is said once."""
    merits = {rule.rule: round(rule.weight * rule.points, 6) for rule in axis.rules}
    earned = [pair for rule in axis.rules for pair in _earned(rule)]
    theirs = [pair for pair in earned if _clean(axis, pair[1]) and whose(pair[1])]
    ranked = sorted(theirs, key=lambda pair: (-merits[pair[1].rule], *_weightiest(pair)))
    by_line = {mark.evidence[-1]: (share, mark) for share, mark in reversed(ranked)}
    return [pair for pair in ranked if by_line[pair[1].evidence[-1]] == pair]


def _praised(line: MarkLine, of_rule: tuple[Mark, ...], leads: str) -> MarkLine:
    """A mark as praise: what somebody did, and not what they left alone; what was kept up, as a whole."""
    match of_rule[0].rule:
        case "commander-commands":
            pieces = f"{len(line.evidence)} piece{'s' if len(line.evidence) > 1 else ''} of it"
            says = f"{leads} led, and gave all technical work to others: {pieces}."
            return replace(line, summary=says, evidence=line.evidence[:SHOWN])
        case "cadence" if len(of_rule) > 1:
            kept = [mark.evidence[-1] for mark in of_rule if mark.earned >= FULL]
            how_many = f"All {len(kept)}" if len(kept) == len(of_rule) else f"{len(kept)} of {len(of_rule)}"
            says = f"{how_many} further updates came in time."
            return replace(line, summary=says, evidence=tuple(kept[:SHOWN]))
        case _:
            return line


def _clean(axis: AxisScore, mark: Mark) -> bool:
    """Whether its last line cost no other mark everything: nobody is praised for how soon they erred."""
    if axis.axis not in ON_CHANGES:
        return True
    lost = (one.evidence[-1] for rule in axis.rules for one in rule.marks if one.earned == 0)
    return mark.evidence[-1] not in lost


def _earned(rule: RuleScore) -> list[tuple[float, Mark]]:
    """The rule's earned marks, each with its share of the rule's weight."""
    total = sum(mark.weight for mark in rule.marks)
    return [(rule.weight * mark.weight / total, mark) for mark in rule.marks if mark.earned == 1]


def _weightiest(pair: tuple[float, Mark]) -> tuple[float, int, str]:
    weight, mark = pair
    return (-round(weight, 6), mark.at, mark.rule)
