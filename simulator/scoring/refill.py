"""Waiting for a cache to fill is part of a fix, not idleness.

A fix of several parts that lets a cold cache fill has to be held before its last part: lifted too early, the
throttle brings the overload back (outages.md, the loss of caches). So the time a cache takes to fill, from
the second the last of the enabling parts was in place, is not held against anyone. What only keeps the
trouble from spreading lets nothing fill: while what the cache shields is overloaded, it cools. It takes a
part that turns customers away.
"""

from simulator.domain.attempt import Attempt
from simulator.scoring.case import Case
from simulator.scoring.large import TURNS_AWAY


def parts(case: Case) -> frozenset[str]:
    """The changes that others need to be in place."""
    outcomes = (outcome for under in case.scenario.outcomes.values() for outcome in under.values())
    return frozenset(name for outcome in outcomes for name in outcome.after)


def beside_filling(case: Case, attempt: Attempt) -> bool:
    """Whether a further part was ordered while a cache was filling anyway: it takes nobody's time.

    What is in place already is no further part.
    """
    at = attempt.ordered
    again = any(other.change == attempt.change and other.in_place(at) for other in case.attempts)
    return attempt.change in parts(case) and not again and at < refilled(case, at)


def refilled(case: Case, at: int) -> int:
    """The second until which a cache may still be filling behind the parts of a fix in place; 0 for none."""
    enabling = parts(case)
    placed = [one for one in case.attempts if one.change in enabling and one.in_place(at)]
    if not any(_eases(case, one) for one in placed):
        return 0
    fills = max((service.refill for service in case.organisation.services.values()), default=0)
    return max(one.done for one in placed if one.done is not None) + fills


def _eases(case: Case, attempt: Attempt) -> bool:
    """Whether it takes load off what a cache shields."""
    change = case.change(attempt)
    return change is not None and change.kind in TURNS_AWAY
