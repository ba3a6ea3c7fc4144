"""A share not to be believed: no journey is all that customers do, and none is done by nobody.

Why: with nearly everyone on one journey an outage is all or nothing, and its scope is never in question. A
share of less than one in a hundred is lost in the noise of every signal.

Bad:
    -   buy:     {share: 45%, needs: [web, db]}
    +   buy:     {share: 59.5%, needs: [web, db]}

    -   find:    {share: 15%, needs: [search]}
    +   find:    {share: 0.5%, needs: [search]}
"""

from collections.abc import Iterator

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "share-unbelievable"
OF: Kind = "organisation"
TASTE = True
LEAST, MOST = 0.01, 0.9
"""What can be told from nothing, and what leaves something over (assumption)."""


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for each journey with too small or too large a share."""
    for name, journey in draft.value.journeys.items():
        if not LEAST <= journey.share <= MOST:
            does = "hardly anybody does" if journey.share < LEAST else "nearly everybody does"
            yield draft.at("journeys", name, "share").problem(
                f"{does} {quoted(name)}", f"a share from {LEAST:.0%} to {MOST:.0%}"
            )
