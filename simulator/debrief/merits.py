"""What was decided well, and what badly, by what could be known: nobody is praised for what was an error."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.debrief.decided import ERRORS, DecisionLine
from simulator.scoring.weighing import Decision

MERITS = ("best", "good")
"""The classes of what was a merit; where most choices were as good, none was."""


@dataclass(frozen=True, slots=True)
class Merits:
    """The lines of the best choices, what was ordered before what was looked at, and the lines of errors."""

    best: tuple[tuple[int, ...], ...]
    errors: frozenset[int]


def merits_of(decided: Sequence[Decision], lines: Sequence[DecisionLine]) -> Merits:
    """The merits and errors of a play; whoever waited too long gave no order that could be praised."""
    judged = {line.entries: line.judged for line in lines}
    well = [one for one in decided if judged.get(one.entries) in MERITS]
    badly = [one for one in decided if judged.get(one.entries) in ERRORS and one.chosen.kind != "wait"]
    in_turn = sorted(well, key=lambda one: (one.chosen.kind != "change", -one.times * one.chosen.cost))
    return Merits(tuple(one.entries for one in in_turn), frozenset(one.entries[0] for one in badly))
