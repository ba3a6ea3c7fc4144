"""Too few causes: an outage has at least three possible causes.

Why: with one cause there is nothing to find out, and with two whoever has played it once knows the answer.

Bad:
    -   crawler:
    -     weight: 2
    -     truth: A price robot fetches each seat map, again and again.
    -     does: {to: web, load: +90%, ramp: 2m}

    -     crawler: {cures: 90%}
    +     bad release: {relieves: 10% for 8m}

    -       odds: {crawler: 70%, always: 5%}
    +       odds: {always: 5%}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "too-few-causes"
OF: Kind = "scenario"
TASTE = True
LEAST = 3
"""Fewer can be learnt by heart (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when there are fewer causes than `LEAST`."""
    number = len(draft.value.causes)
    if number < LEAST:
        told = (
            "there is only one possible cause" if number == 1 else f"there are only {number} possible causes"
        )
        hint = "add one that looks the same for the first minutes"
        yield draft.at("causes").key_problem(told, f"at least {LEAST}", hint)
