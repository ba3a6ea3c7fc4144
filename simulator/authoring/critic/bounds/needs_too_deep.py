"""Needs too deep: services lie no more than 40 deep below each other, and there are no more than 500.

Why: health is worked out from the top down to the last service that another needs, at every event.

Bad:
    - services:
    + services:
    +   s1: {team: site, needs: [s2]}
    +   s2: {team: site, needs: [s3]}
    +   ...
"""

from collections.abc import Iterator, Mapping

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.organisation import Organisation

NAME = "needs-too-deep"
OF: Kind = "organisation"
TASTE = False
DEEPEST, MOST = 40, 500


def findings(draft: Draft[Organisation]) -> Iterator[Problem]:
    """A finding for the first service below which too many lie, and for too many services."""
    services = draft.value.services
    if len(services) > MOST:
        yield draft.at("services").key_problem(f"there are {len(services)} services", f"at most {MOST}")
        return
    below = {
        name: (*one.needs, *one.calls, *((one.shields,) if one.shields else ()))
        for name, one in services.items()
    }
    deep = _too_deep(below)
    if deep:
        yield draft.at("services", deep).key_problem(
            f"below {quoted(deep)} services need each other more than {DEEPEST} deep", "services side by side"
        )


def _too_deep(below: Mapping[str, tuple[str, ...]]) -> str | None:
    """The first service with too much below it: leaves are taken away, layer by layer."""
    left = dict(below)
    for _ in range(DEEPEST):
        left = {name: needs for name, needs in left.items() if any(need in left for need in needs)}
    return next(iter(left), None)
