"""A state made before what it needs: it works when the last part comes, and is seen on the watch of either.

What is seen of the part then bears on the luck of both, so such changes are weighed together.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from simulator.domain.scenario import Scenario
from simulator.domain.value import replace
from simulator.reasoning.told import EffectSeen, Evidence


@lru_cache(maxsize=1024)
def waiting_for(scenario: Scenario, part: str, cause: str) -> tuple[str, ...]:
    """The changes that may be made before a part that they need, under a cause."""
    return tuple(
        change
        for change in scenario.outcomes
        if part in scenario.outcome(change, cause).after and scenario.may_come_first(change, cause)
    )


@lru_cache(maxsize=1024)
def bound(scenario: Scenario, change: str) -> tuple[str, ...]:
    """The changes whose luck is told together with one's, that one among them, sorted by name."""
    found, left = {change}, [change]
    while left:
        name = left.pop()
        for other in scenario.outcomes:
            if other not in found and (_tied(scenario, name, other) or _tied(scenario, other, name)):
                found.add(other)
                left.append(other)
    return tuple(sorted(found))


def _tied(scenario: Scenario, part: str, change: str) -> bool:
    return any(change in waiting_for(scenario, part, cause) for cause in scenario.causes)


def completed(
    scenario: Scenario, cause: str, part: str, in_place: frozenset[str], besides: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The changes in place that act when a part comes; `besides` is what comes together with it."""
    if part in in_place:
        return ()
    there = in_place | besides | {part}
    return tuple(
        change
        for change in waiting_for(scenario, part, cause)
        if change in in_place and there.issuperset(scenario.outcome(change, cause).after)
    )


def chances_of(scenario: Scenario, cause: str, change: str, told: Sequence[Evidence]) -> Iterator[EffectSeen]:
    """What was seen of a change, on its own watches and on those of the parts it had waited for."""
    first = scenario.may_come_first(change, cause)
    for piece in told:
        if not isinstance(piece, EffectSeen):
            continue
        if piece.change == change:
            yield replace(piece, in_place=piece.in_place | piece.since) if first else piece
        elif first and change in completed(scenario, cause, piece.change, piece.in_place, piece.since):
            yield replace(piece, change=change, in_place=piece.in_place | piece.since | {piece.change})
