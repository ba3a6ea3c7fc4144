"""What each signal shows of a state, before lag and noise.

Errors are the failing share of the journeys that pass the service, caused there or below, or of the one
journey that is watched; latency is the worst factor there or below; success is of a journey. Waiting is the
seconds of work in a queue; lost work the share of all customers whose work is being lost or stranded.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.health import Health, fails_of
from simulator.domain.organisation import Organisation, Signal
from simulator.domain.wiring import Needed, Passage, Wiring, needed, wiring_of


class Reader(NamedTuple):
    """What a signal shows of a state; `seen` are the services on which that depends."""

    seen: frozenset[int]
    read: Callable[[Health], float]


@lru_cache(maxsize=64)
def readers(organisation: Organisation) -> Mapping[str, Reader]:
    """How each signal of an organisation is read, worked out once."""
    wiring, journeys = wiring_of(organisation), tuple(organisation.journeys)
    return {name: reader(signal, wiring, journeys) for name, signal in organisation.signals.items()}


def reader(signal: Signal, wiring: Wiring, journeys: tuple[str, ...]) -> Reader:
    """How one signal is read."""
    if signal.shows == "lost work":
        return Reader(wiring.all, lambda state: state.losing + state.stranding)
    if signal.of not in wiring.number:
        number = journeys.index(signal.of)
        return Reader(wiring.journeys[number][1], _journey(number, succeeds=signal.shows == "success"))
    service = wiring.number[signal.of]
    below = frozenset(wiring.below[service])
    match signal.shows:
        case "latency":
            return Reader(below, _latency(below))
        case "load":
            return Reader(wiring.all, lambda state: state.load[service])
        case "hit rate":
            cache = next(number for number, line in enumerate(wiring.caches) if line.cache == service)
            return Reader(wiring.all, lambda state: state.hits[cache])
        case "waiting":
            queue = next(number for number, line in enumerate(wiring.queues) if line.service == service)
            return Reader(wiring.all, lambda state: state.waits[queue] if state.waits else 0.0)
        case _:
            return _errors(service, wiring.passages[service])


def _journey(number: int, *, succeeds: bool) -> Callable[[Health], float]:
    if succeeds:
        return lambda state: 1 - state.journeys[number]
    return lambda state: state.journeys[number]


def _latency(below: frozenset[int]) -> Callable[[Health], float]:
    def read(state: Health) -> float:
        sick = [state.latency[each] for each in state.sick if each in below]
        worst = max(sick, default=1.0)
        return worst if len(sick) == len(below) else max(1.0, worst)

    return read


def _errors(service: int, passages: tuple[Passage, ...]) -> Reader:
    if not passages:
        return Reader(frozenset((service,)), lambda state: state.own[service])
    total = sum(passage.share for passage in passages)
    seen = frozenset[int]().union(*(passage.below for passage in passages))

    @lru_cache(maxsize=64)
    def needed_of(sick: tuple[int, ...]) -> Needed:
        return needed([passage for passage in passages if not passage.below.isdisjoint(sick)], sick)

    def read(state: Health) -> float:
        kinds, shares = needed_of(state.sick)
        if not kinds:
            return 0.0
        fails = fails_of(state.own, kinds)
        return sum([share * fails[kind] for share, kind in shares]) / total

    return Reader(seen, read)
