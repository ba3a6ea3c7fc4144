"""Changes that all conflict: of the outage's changes some confound each other, and some do not.

Why: *one change at a time* is worth learning where some pairs can be made side by side and others cannot.
When every pair shares a service or a signal, parallel work is always wrong; when none does, it never is.

Bad:
    -   use the spare mail route:
    -     always: {says: "Mail takes the other way now."}
"""

from collections.abc import Iterator
from itertools import combinations

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.interaction import interact
from simulator.domain.scenario import Scenario

NAME = "changes-conflict"
OF: Kind = "scenario"
TASTE = True
ENOUGH = 3
"""Fewer changes say nothing about the organisation."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when every pair of the outage's changes interacts, or none does."""
    organisation = draft.value.organisation
    changes = [organisation.runbook[name] for name in draft.value.outcomes]
    pairs = [interact(one, other, organisation) for one, other in combinations(changes, 2)]
    if len(changes) >= ENOUGH and len(set(pairs)) == 1:
        told = "every two changes of it conflict" if pairs[0] else "no two changes of it conflict"
        hint = (
            "name one on another service with a signal of its own" if pairs[0] else "name two on one service"
        )
        yield draft.at("changes").key_problem(told, "some pairs that conflict and some that do not", hint)
