"""A clue that gives it away: no single look settles what is wrong.

Why: a place that nearly always names the cause, and never names it wrongly, turns the outage into a lookup.
Real evidence is good and not sure: leave some odds under the other causes, or let the place be silent at
times.

Bad:
    -       odds: {crawler: 70%, always: 5%}
    +       odds: {crawler: 95%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Clue, Scenario

NAME = "clue-gives-it-away"
OF: Kind = "scenario"
TASTE = True
SURE = 0.9
"""Odds from which a clue that nothing else can bring about settles the matter (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each clue that is nearly sure under one cause and impossible under all others."""
    for place, clues in draft.value.clues.items():
        for number, clue in enumerate(clues):
            if _settles(clue):
                cause = max(clue.odds, key=lambda name: clue.odds[name])
                yield draft.at("clues", place, number, "odds").key_problem(
                    f"one look at {quoted(place)} gives {quoted(cause)} away",
                    f"odds below {SURE:.0%}, or some under another cause",
                )


def _settles(clue: Clue) -> bool:
    *others, highest = sorted(clue.odds.values())
    return bool(others) and highest >= SURE and not any(others)
