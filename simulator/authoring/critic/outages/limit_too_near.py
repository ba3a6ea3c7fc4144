"""A limit too near: the exercise goes on for longer than the outage is expected to take.

Why: at the limit the play is over, whoever is in the middle of what. Beginners need twice the time.

Bad:
    - length: 40m
    + length: 40m
    + limit: 40m
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import show_duration
from simulator.domain.scenario import Scenario

NAME = "limit-too-near"
OF: Kind = "scenario"
TASTE = True
LEAST = 1.5
"""The limit as a multiple of the length (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when the limit leaves too little room."""
    least = round(draft.value.length * LEAST)
    if draft.value.limit < least:
        yield draft.at("limit").problem(
            f"the limit leaves no room beyond the expected length of {show_duration(draft.value.length)}",
            f"at least {show_duration(least)}",
        )
