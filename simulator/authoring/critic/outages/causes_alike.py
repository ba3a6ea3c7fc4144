"""Causes alike: no two causes are the same in everything that can be seen.

Why: causes that no clue, no alert, no effect and no change tells apart are one cause with two names. Belief
can never move between them, and the debrief cannot say what should have been seen.

Bad:
    -   crawler:
    +   other robot:
    +     truth: A robot of another company does the same.
    +     does: {to: web, load: +90%, ramp: 2m}
    +   crawler:

    -     crawler: {cures: 90%}
    +     crawler: {cures: 90%}
    +     other robot: {cures: 90%}

    -       odds: {crawler: 70%, always: 5%}
    +       odds: {crawler: 70%, other robot: 70%, always: 5%}
"""

from collections.abc import Iterator
from itertools import combinations

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Outcome, Scenario

NAME = "causes-alike"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each pair that nothing tells apart, at the second of them."""
    looks = {name: _look(draft.value, name) for name in draft.value.causes}
    for one, other in combinations(looks, 2):
        if looks[one] == looks[other]:
            yield draft.at("causes", other).key_problem(
                f"nothing can tell {quoted(other)} from {quoted(one)}",
                "a clue, an effect or a change that is otherwise under one of them",
            )


def _look(scenario: Scenario, cause: str) -> tuple[object, ...]:
    """All that can be seen of a cause."""
    return (
        frozenset(scenario.causes[cause].effects),
        tuple(clue.odds[cause] for clues in scenario.clues.values() for clue in clues),
        tuple(danger.odds[cause] for danger in scenario.dangers),
        tuple(_seen(scenario.outcome(change, cause)) for change in scenario.outcomes),
    )


def _seen(outcome: Outcome) -> tuple[object, ...]:
    works = (outcome.cures, outcome.stops, outcome.relieves, outcome.does, outcome.after)
    return (outcome.chance if outcome.works else 1, works, outcome.harms, outcome.says)
