"""How many situations the search for the best order may have to tell apart."""

from math import log2

from simulator.domain.scenario import Clue, Scenario


def bits(scenario: Scenario) -> float:
    """The logarithm (base 2) of their number.

    Each change that works is made or not; each place that tells something is unasked or has one of its
    answers; each hazard of such a change is unchecked, real or not.
    """
    works = [change for change in scenario.outcomes if _works(scenario, change)]
    places = (_answers(clues) for clues in scenario.clues.values())
    hazards = sum(danger.change in works for danger in scenario.dangers)
    return len(works) + sum(log2(1 + answers) for answers in places if answers > 1) + hazards * log2(3)


def _works(scenario: Scenario, change: str) -> bool:
    return any(scenario.outcome(change, cause).works for cause in scenario.causes)


def _answers(clues: tuple[Clue, ...]) -> int:
    """The answers of a place that move belief, and the inconclusive one."""
    return 1 + sum(len(set(clue.odds.values())) > 1 for clue in clues)
