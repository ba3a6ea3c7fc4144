"""The shipped drills, and plays of them."""

from functools import cache

from simulator.domain.seats import COMMANDER
from simulator.exercise import Exercise, take_turn
from simulator.library import Library, Outage
from simulator.scoring.case import Case
from simulator.scoring.score import score
from simulator.scoring.scorecard import Scorecard


@cache
def drill(name: str) -> Outage:
    """A shipped drill with its doctrine."""
    return Library.open(()).outage(name)


def said(outage: Outage, seed: int, *words: str) -> Exercise:
    """A drill in which something is said at the take-over, and nothing after that."""
    exercise = outage.exercise(seed)
    for text in words:
        if not exercise.over:
            take_turn(exercise, COMMANDER, text)
    exercise.tick(exercise.scenario.limit)
    return exercise


def judged(exercise: Exercise) -> Scorecard:
    """What a play earned."""
    return score(Case(exercise.scenario, exercise.doctrine, tuple(exercise.entries)))
