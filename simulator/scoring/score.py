"""The judge: a case in, its scorecard out."""

from collections.abc import Iterator

from simulator.scoring.case import Case
from simulator.scoring.guided import spared
from simulator.scoring.handed_on import graded
from simulator.scoring.mark import Mark
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import Scorecard, scorecard
from simulator.scoring.whose import seated
from simulator.scoring.window import in_window


def score(case: Case) -> Scorecard:
    """The scorecard of a case under its doctrine; rules that the doctrine gives no points are left out."""
    return graded(case, scorecard(case.doctrine, all_marks(case)))


def all_marks(case: Case) -> Iterator[Mark]:
    """The marks of every rule that the doctrine gives points; in a drill, those that it judges.

    Nobody is charged what a facilitator did.
    """
    yield from (seated(case, mark) for mark in in_window(case, _marks) if not spared(case, mark))


def _marks(case: Case) -> Iterator[Mark]:
    drill = case.scenario.drill
    for rule in RULES:
        wanted = drill is None or drill.judges(rule.NAME, rule.AXIS)
        if wanted and case.doctrine.weights.get(rule.NAME, 0) > 0:
            yield from rule.marks(case)
