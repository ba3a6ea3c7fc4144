"""Too few changes: an outage speaks of at least six changes.

Why: what makes a decision is the choice. A right change, one that only seems to help, one that hurts and
some that do nothing are what a commander has to tell apart.

Bad:
    -   clear cache:
    -     bad release: {relieves: 10% for 5m}
    -   add replicas:
    -     always: {says: "They are up. Nothing is quicker."}
    -   undo the flag:
    -     bad release: {relieves: 15% for 20m}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.scenario import Scenario

NAME = "too-few-changes"
OF: Kind = "scenario"
TASTE = True
LEAST = 6
"""Fewer make no choice (assumption)."""


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """One when the outage says of fewer than `LEAST` changes what they do."""
    named = dict.fromkeys((*draft.value.outcomes, *(danger.change for danger in draft.value.dangers)))
    if len(named) < LEAST:
        yield draft.at("changes").key_problem(
            f"it says of only {len(named)} changes what they do", f"at least {LEAST}"
        )
