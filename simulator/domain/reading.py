"""What each signal shows of a state, before lag and noise.

Errors are the failing share of the journeys that pass the service, caused there or below, or of the one
journey that is watched; latency is the worst factor there or below; success is of a journey.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TypeAlias

from simulator.domain.health import Health, failing_of
from simulator.domain.organisation import Organisation, Signal
from simulator.domain.wiring import Passage, Wiring, wiring_of

Reader: TypeAlias = Callable[[Health], float]
"""What a signal shows of a state."""


@lru_cache(maxsize=64)
def readers(organisation: Organisation) -> Mapping[str, Reader]:
    """How each signal of an organisation is read, worked out once."""
    wiring, journeys = wiring_of(organisation), tuple(organisation.journeys)
    return {name: reader(signal, wiring, journeys) for name, signal in organisation.signals.items()}


def reader(signal: Signal, wiring: Wiring, journeys: tuple[str, ...]) -> Reader:
    """How one signal is read."""
    if signal.of not in wiring.number:
        return _journey(journeys.index(signal.of), succeeds=signal.shows == "success")
    service = wiring.number[signal.of]
    match signal.shows:
        case "latency":
            return _latency(frozenset(wiring.below[service]))
        case "load":
            return lambda state: state.load[service]
        case "hit rate":
            cache = next(number for number, line in enumerate(wiring.caches) if line.cache == service)
            return lambda state: state.hits[cache]
        case _:
            return _errors(service, wiring.passages[service])


def _journey(number: int, *, succeeds: bool) -> Reader:
    if succeeds:
        return lambda state: 1 - state.journeys[number]
    return lambda state: state.journeys[number]


def _latency(below: frozenset[int]) -> Reader:
    def read(state: Health) -> float:
        sick = [state.latency[each] for each in state.sick if each in below]
        worst = max(sick, default=1.0)
        return worst if len(sick) == len(below) else max(1.0, worst)

    return read


def _errors(service: int, passages: tuple[Passage, ...]) -> Reader:
    if not passages:
        return lambda state: state.own[service]
    total = sum(passage.share for passage in passages)
    seen = frozenset[int]().union(*(passage.below for passage in passages))

    def read(state: Health) -> float:
        sick = [each for each in state.sick if each in seen]
        if not sick:
            return 0.0
        return sum([share * failing_of(state.own, below, sick) for share, below in passages]) / total

    return read
