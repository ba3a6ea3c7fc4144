"""The judge: a case in, its scorecard out."""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import Scorecard, scorecard


def score(case: Case) -> Scorecard:
    """The scorecard of a case under its doctrine; rules that the doctrine gives no points are left out."""
    return scorecard(case.doctrine, all_marks(case))


def all_marks(case: Case) -> Iterator[Mark]:
    """The marks of every rule that the doctrine gives points."""
    for rule in RULES:
        if case.doctrine.weights.get(rule.NAME, 0) > 0:
            yield from rule.marks(case)
