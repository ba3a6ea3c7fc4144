"""Which axes of a real incident have points of their own: one small rule alone says little about an axis."""

from simulator.domain.doctrine import Doctrine
from simulator.domain.value import replace
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import AxisScore, Scorecard

LEAST = 0.1
"""From this share of what the doctrine gives an axis on, the rules that judged speak for it (assumption)."""


def headed(card: Scorecard, doctrine: Doctrine) -> Scorecard:
    """The card without the points of axes of which too little was judged; their rules keep theirs."""
    return replace(card, axes=tuple(_axis(axis, doctrine) for axis in card.axes))


def _axis(axis: AxisScore, doctrine: Doctrine) -> AxisScore:
    return axis if share_of(axis, doctrine) >= LEAST else replace(axis, points=None)


def share_of(axis: AxisScore, doctrine: Doctrine) -> float:
    """The share of an axis, by what its rules are given, that found something to judge."""
    whole = sum(doctrine.weights.get(rule.NAME, 0) for rule in RULES if axis.axis == rule.AXIS)
    return sum(rule.weight for rule in axis.rules) / whole if whole else 0.0
