"""After in a circle: what must come first does not wait for what comes later.

Why: of two changes that each work only after the other, neither works until both were made in vain, and a
cure that hangs on them never comes in the order in which it is written.

Bad:
    -     stuck primary: {cures: 95%}
    +     stuck primary: {cures: 95%, after: [restart web]}

    -     always: {harms: {to: web, errors: 4%, for: 6m}}
    +     always: {relieves: 20% for 6m, after: [fail over db]}
"""

from collections.abc import Iterator, Mapping

from simulator.authoring.critic.draft import Draft
from simulator.authoring.problem import Problem
from simulator.authoring.schema import Kind
from simulator.authoring.text.node import quoted
from simulator.domain.scenario import Scenario

NAME = "after-in-circle"
OF: Kind = "scenario"
TASTE = False


def findings(draft: Draft[Scenario]) -> Iterator[Problem]:
    """A finding for each circle, under the cause where it closes."""
    told: set[frozenset[str]] = set()
    for cause in draft.value.causes:
        needs = {change: draft.value.outcome(change, cause).after for change in draft.value.outcomes}
        for change in needs:
            circle = _circle(change, needs)
            if circle and frozenset(circle) not in told:
                told.add(frozenset(circle))
                under = cause if cause in draft.value.outcomes[change] else "always"
                spelt = " after ".join(map(quoted, (*circle, change)))
                yield draft.at("changes", change, under, "after").key_problem(
                    f"changes wait for each other: {spelt}", "an order that ends"
                )


def _circle(start: str, needs: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a change back to itself."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = set[str]()
    for way in ways:
        for name in needs.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append((*way, name))
    return ()
