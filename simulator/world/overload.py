"""Which services are over their capacity."""

from collections.abc import Collection, Sequence

from simulator.domain.wiring import Wiring

OVER = 1 + 1e-9
"""A load beyond this share of capacity is an overload; the rest is rounding."""


def over(wiring: Wiring, load: Sequence[float], already: Collection[int]) -> frozenset[int]:
    """Who is over capacity at these loads; whoever is already, counts the retries of its callers.

    A queue takes in whatever comes: it is never over, it only falls behind.
    """
    if not already and max(load, default=0.0) <= OVER:
        return frozenset()
    retries = wiring.retries
    queues = [line.service for line in wiring.queues]
    return frozenset([
        service
        for service, share in enumerate(load)
        if share * (1 + retries[service] * (service in already)) > OVER and service not in queues
    ])  # fmt: skip
