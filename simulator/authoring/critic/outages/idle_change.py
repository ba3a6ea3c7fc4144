"""Idle change: a change that the outage names matters under some cause.

Why: what is not written does nothing, so an entry that only says so is noise, and more often a mistake: a
cause that was renamed, or an effect that was forgotten.

Exception: one with `says` has something to report, and one with hazards can do harm.

Bad:
    -     bad release: {relieves: 15% for 20m}
    +     bad release: {nothing: yes}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Outcome, Scenario

NAME = "idle-change"
OF: Kind = "scenario"
TASTE = True


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each change that is named and does nothing, harms nobody and says nothing."""
    for change, outcomes in draft.value.outcomes.items():
        if not any(map(_matters, outcomes.values())) and not draft.value.dangers_of(change):
            yield draft.at("changes", change).key_problem(
                f"{quoted(change)} does nothing under any cause",
                "something that it does, harms or says",
                "or leave it out: what is not written does nothing",
            )


def _matters(outcome: Outcome) -> bool:
    return bool((outcome.works and outcome.chance > 0) or outcome.harms or outcome.says)
