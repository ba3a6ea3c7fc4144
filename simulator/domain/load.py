"""The load of each service as a share of its capacity: what comes in, what misses caches, what each costs."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from simulator.domain.toll import Toll
from simulator.domain.wiring import Wiring


def utilisation(
    wiring: Wiring, tolls: Mapping[int, Toll], hits: tuple[float, ...], demand: float
) -> tuple[float, ...]:
    """The load of each service as a share of its capacity, without retries; 0 where capacity is ample.

    Each caller brings an equal share of a service's load; what a caller turns away does not come through.
    """
    missed = {} if hits == wiring.warm else _missed(wiring, hits)
    heavy = {service: toll for service, toll in tolls.items() if toll.weighs}
    if not (missed or heavy):
        return _ample(wiring, demand)
    inflow = _inflow(wiring, heavy)
    load = [demand * share * inflow[service] for service, share in enumerate(wiring.usual)]
    for service, factor in missed.items():
        load[service] *= factor
    for service, toll in heavy.items():
        load[service] *= toll.work / toll.capacity
    return tuple(load)


def _missed(wiring: Wiring, hits: Sequence[float]) -> dict[int, float]:
    """How many times more comes to what a cache shields that answers less, or more, than usual."""
    return {
        line.shielded: (1 - hits[index]) / max(1e-9, 1 - line.hit_rate)
        for index, line in enumerate(wiring.caches)
        if hits[index] != line.hit_rate
    }


@lru_cache(maxsize=1024)
def _ample(wiring: Wiring, demand: float) -> tuple[float, ...]:
    return tuple([demand * share for share in wiring.usual])


def _inflow(wiring: Wiring, heavy: Mapping[int, Toll]) -> list[float]:
    """The requests that come to each service, relative to what would come if all were well."""
    inflow = [1.0] * len(wiring.names)
    passed = {service: toll.passed for service, toll in heavy.items()}
    for service in wiring.order:
        callers = wiring.callers[service]
        come = sum([inflow[c] * passed.get(c, 1.0) for c in callers]) / len(callers) if callers else 1.0
        inflow[service] = come * heavy[service].load if service in heavy else come
    return inflow
