"""Asks without end: stakeholders do not ask more than once a minute, all together.

Why: each of them asks again after every `patience` of silence until the outage is over. A hundred who wait
a minute each would say nothing else, and fill every timeline with it.

Bad:
    -   boss:    {hears: leadership, patience: 25m, swoops: yes}
    +   boss:    {hears: leadership, patience: 1m, swoops: yes}
"""

from collections.abc import Iterator
from itertools import accumulate

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Organisation

NAME = "asks-without-end"
OF: Kind = "organisation"
TASTE = False
MOST = 1.0
"""Questions a minute, of all stakeholders together."""


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding at the stakeholder with whom it becomes too much."""
    waits = [each.patience for each in draft.value.stakeholders.values()]
    asks = (MINUTE / patience if patience else 0.0 for patience in waits)
    for name, rate in zip(draft.value.stakeholders, accumulate(asks), strict=True):
        if rate > MOST:
            yield draft.at("stakeholders", name, "patience").problem(
                "stakeholders would ask more than once a minute", "more patience, or fewer of them"
            )
            return
