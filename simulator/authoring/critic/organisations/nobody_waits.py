"""Nobody waits: support and leadership are among the stakeholders.

Why: customers reach the company through support, and a silence that no leader notices has no price. Without
them the clocks of the doctrine run for nobody.

Bad:
    -   support: {hears: support, patience: 15m, tickets: 4 per 1000 an hour}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.organisation import Organisation

NAME = "nobody-waits"
OF: Kind = "organisation"
TASTE = True
WAITING = ("support", "leadership")


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each of the two audiences that nobody belongs to."""
    heard = {each.hears for each in draft.value.stakeholders.values()}
    for audience in WAITING:
        if audience not in heard:
            yield draft.at("stakeholders").key_problem(
                f"nobody waits for the {audience} updates", f"a stakeholder with 'hears: {audience}'"
            )
