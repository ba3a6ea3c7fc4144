"""How many situations the search for the best order may have to tell apart."""

from math import log2

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Clue, Scenario

EXACT = 24
"""A power of two. Up to it a search took seconds when this was measured, at 27 half a minute."""


def bits(scenario: Scenario) -> float:
    """The logarithm (base 2) of their number.

    Each change that works is made or not; each place that tells something is unasked or has one of its
    answers; each hazard of such a change is unchecked, real or not. A relief that looks the same under
    several causes may be at any minute of its time when the rest is decided.
    """
    works = [change for change in scenario.outcomes if _works(scenario, change)]
    places = (_answers(clues) for clues in scenario.clues.values())
    hazards = sum(danger.change in works for danger in scenario.dangers)
    asked = sum(log2(1 + answers) for answers in places if answers > 1)
    eased = sum(log2(1 + _shared_relief(scenario, change) / MINUTE) for change in works)
    return len(works) + asked + hazards * log2(3) + eased


def _works(scenario: Scenario, change: str) -> bool:
    return any(scenario.outcome(change, cause).works for cause in scenario.causes)


def _answers(clues: tuple[Clue, ...]) -> int:
    """The answers of a place that move belief, and the inconclusive one."""
    return 1 + sum(len(set(clue.odds.values())) > 1 for clue in clues)


def _shared_relief(scenario: Scenario, change: str) -> int:
    """The seconds of the longest relief that does not tell apart the causes under which it comes."""
    reliefs = [scenario.outcome(change, cause).relieves for cause in scenario.causes]
    return max((relief[1] for relief in reliefs if relief and reliefs.count(relief) > 1), default=0)
