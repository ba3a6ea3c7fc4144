"""Letting customers in again: not before the caches can bear it."""

from simulator.domain.duration import MINUTE
from simulator.domain.organisation import Change
from simulator.exercise.sight import Sight

FRESH = 4 * MINUTE
"""For this long a look at the signals is good enough to decide on."""
MARGIN = 0.7
"""A change may take less than its usual time, so only that much refilling is counted on."""


def too_cold(sight: Sight, change: Change) -> bool:
    """Whether a change lets turned-away customers in while a cache, for all one knows, would be cold."""
    if not _lets_in(sight, change.name):
        return False
    if sight.now - sight.looked > FRESH:
        return True
    services, signals = sight.organisation.services, sight.organisation.signals.values()
    caches = [(signal.name, services[signal.of]) for signal in signals if signal.shows == "hit rate"]
    cold = [cache.refill * (1 - sight.readings.get(name, 0.0) / cache.hit_rate) for name, cache in caches]
    return max(cold, default=0.0) > MARGIN * change.takes.median


def _lets_in(sight: Sight, change: str) -> bool:
    outcomes = sight.scenario.outcomes.get(change, {}).values()
    return any(effect.kind == "shed" and effect.amount < 0 for each in outcomes for effect in each.does)
