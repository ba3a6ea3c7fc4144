"""What services and customers suffer, as formulas of time.

Between two events of the world every strain is a straight line, so health at any second is a pure
function of the strains, the caches' warmth, the overloads and the hour's demand.

- A journey fails with 1 - product of (1 - own failure) over the services it needs.
- A service over its capacity refuses 1 - capacity / load of its requests; while it is overloaded its
  callers retry, which adds load: it comes out of overload only when the load with retries fits.
- A cache that answers a share h of the reads instead of its normal h0 multiplies the load of what it
  shields by (1 - h) / (1 - h0). It warms in a straight line while what it shields is not overloaded and
  cools while it is: time-outs keep it from being filled.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from simulator.domain.organisation import Signal
from simulator.domain.scenario import EffectKind
from simulator.domain.wiring import Wiring

PATIENT_UP_TO = 2.0
"""Slower than this factor and some customers give up (assumption)."""
GONE_AT = 20.0
"""At this factor as many give up as ever will (assumption)."""
GIVE_UP_AT_MOST = 0.9
LEAST = 0.05
"""No factor falls below this, however many strains there are."""


@dataclass(frozen=True, slots=True)
class Strain:
    """Something acting on a service: from nothing at `begins` in a straight line to `amount` at `full`.

    It fades from there to nothing between `fades` and `gone`, when these are set. `scale` is what is
    left of it while it is relieved.
    """

    service: int
    part: int | None
    kind: EffectKind
    amount: float
    begins: int
    full: int
    why: str
    fades: int | None = None
    gone: int | None = None
    scale: float = 1.0

    def level(self, at: float) -> float:
        """How much of it there is at a second."""
        if at < self.begins or (self.gone is not None and at >= self.gone):
            return 0.0
        level = self.amount * self.scale
        if at < self.full:
            level *= (at - self.begins) / (self.full - self.begins)
        if self.fades is not None and self.gone is not None and at > self.fades:
            level *= (self.gone - at) / (self.gone - self.fades)
        return level

    def moving(self, at: int) -> bool:
        """Whether its level changes just after a second."""
        return self.begins <= at < self.full or (
            self.fades is not None and self.gone is not None and self.fades <= at < self.gone
        )

    def turns(self, after: int) -> list[int]:
        """The seconds after this one at which its line bends, or what customers bear of it begins or ends."""
        bends = [self.begins, self.full, self.fades, self.gone]
        if self.kind == "slow" and self.full > after:
            bends += [self._reaches(PATIENT_UP_TO - 1), self._reaches(GONE_AT - 1)]
        return [bend for bend in bends if bend is not None and bend > after]

    def _reaches(self, level: float) -> int | None:
        """The second of its growth at which it reaches a level, if it does."""
        share = level / (self.amount * self.scale) if self.amount and self.scale else 2.0
        return self.begins + round(share * (self.full - self.begins)) if 0 < share < 1 else None


@dataclass(frozen=True, slots=True)
class Warmth:
    """A cache's warmth, from 0 (cold) to 1 (as usual), running in a straight line from a second on."""

    since: int
    warmth: float
    slope: float

    def at(self, second: float) -> float:
        """The warmth at a second, within 0 and 1."""
        if not self.slope:
            return self.warmth
        return min(1.0, max(0.0, self.warmth + self.slope * (second - self.since)))


@dataclass(frozen=True, slots=True)
class Health:
    """The state at one second, services by number.

    `own` failure and `latency` (a factor) of each service by itself, its `load` as a share of capacity
    (0 when ample), the `hits` of each cache, the failing share of each journey, and of all customers.
    """

    own: tuple[float, ...]
    latency: tuple[float, ...]
    load: tuple[float, ...]
    hits: tuple[float, ...]
    journeys: tuple[float, ...]
    failing: float


def health(
    wiring: Wiring,
    strains: Sequence[Strain],
    warmths: Sequence[Warmth],
    overloaded: Collection[int],
    demand: float,
    at: float,
) -> Health:
    """The state at a second; `demand` is the load of the hour as a share of the busiest hour's."""
    return state_of(wiring, pressure(wiring, strains, warmths, demand, at), overloaded)


class Pressure(NamedTuple):
    """What weighs on the services at one second, before it is known who is overloaded by it."""

    tolls: dict[int, "Toll"]
    hits: tuple[float, ...]
    load: tuple[float, ...]


def pressure(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> Pressure:
    """The strains summed up, the caches' hits, and each service's load without retries, at a second."""
    tolls = tolls_of(wiring, strains, at)
    hits = tuple([line.hit_rate * warmths[index].at(at) for index, line in enumerate(wiring.caches)])
    return Pressure(tolls, hits, utilisation(wiring, tolls, hits, demand))


def state_of(wiring: Wiring, weighs: Pressure, overloaded: Collection[int]) -> Health:
    """The state that a pressure brings about when these services are overloaded."""
    own, latency = _own(wiring, weighs, overloaded)
    touched = [service for service, fails in enumerate(own) if fails]
    journeys, failing = [], 0.0
    for share, needs in wiring.journeys:
        fails = _failing(own, needs, touched)
        journeys.append(fails)
        failing += share * fails
    return Health(tuple(own), tuple(latency), weighs.load, weighs.hits, tuple(journeys), failing)


class Toll:
    """What all strains on one service come to at one second.

    `alive` is the share of its requests that no error takes; `parts` the same for each of its parts, where
    strains act on single ones. `drag` is the latency of slow parts spread over the whole: it shows in
    signals, while only the customers on those parts give up.
    """

    __slots__ = ("alive", "capacity", "drag", "load", "parts", "shed", "slow", "work")

    def __init__(self) -> None:
        self.alive = self.slow = self.load = self.work = self.capacity = 1.0
        self.drag = self.shed = 0.0
        self.parts: list[float] = []

    def add(self, strain: Strain, level: float, parts: int) -> None:
        """Add a strain at its level, on a service of so many parts."""
        kind = strain.kind
        if strain.part is not None and kind in ("errors", "slow"):
            self._add_to_part(strain.part, kind, level, parts)
        elif kind == "errors":
            self.alive *= 1 - level
        elif kind == "slow":
            self.slow *= max(LEAST, 1 + level)
        elif kind == "shed":
            self.shed += level
        elif kind == "load":
            self.load *= max(LEAST, 1 + level)
        elif kind == "cost":
            self.work *= max(LEAST, 1 + level)
        elif kind == "capacity":
            self.capacity *= max(LEAST, 1 + level)

    def _add_to_part(self, part: int, kind: str, level: float, parts: int) -> None:
        if not self.parts:
            self.parts = [1.0] * parts
        if kind == "errors":
            self.parts[part - 1] *= 1 - level
        else:
            self.parts[part - 1] *= 1 - give_up(1 + level)
            self.drag += level / parts

    @property
    def served(self) -> float:
        """The share of its requests that are neither lost nor given up nor turned away."""
        served = self.alive * (1 - give_up(self.slow)) * self.passed
        return served * sum(self.parts) / len(self.parts) if self.parts else served

    @property
    def passed(self) -> float:
        """The share of its requests that are not turned away."""
        return 1 - min(1.0, max(0.0, self.shed))

    @property
    def weighs(self) -> bool:
        """Whether it changes what the service or others have to carry."""
        return self.load != 1 or self.work != 1 or self.capacity != 1 or self.shed != 0


def tolls_of(wiring: Wiring, strains: Sequence[Strain], at: float) -> dict[int, Toll]:
    """The strains at one second, summed up by service; services without strain are left out."""
    tolls: dict[int, Toll] = {}
    for strain in strains:
        level = strain.level(at)
        if level:
            toll = tolls.get(strain.service)
            if toll is None:
                toll = tolls[strain.service] = Toll()
            toll.add(strain, level, wiring.parts[strain.service])
    return tolls


def utilisation(
    wiring: Wiring, tolls: Mapping[int, Toll], hits: Sequence[float], demand: float
) -> tuple[float, ...]:
    """The load of each service as a share of its capacity, without retries; 0 where capacity is ample.

    Each caller brings an equal share of a service's load; what a caller turns away does not come through.
    """
    missed = {
        line.shielded: (1 - hits[index]) / max(1e-9, 1 - line.hit_rate)
        for index, line in enumerate(wiring.caches)
        if hits[index] != line.hit_rate
    }
    heavy = {service: toll for service, toll in tolls.items() if toll.weighs}
    if not (missed or heavy):
        return tuple([demand * share for share in wiring.usual])
    inflow = _inflow(wiring, heavy)
    load = [demand * share * inflow[service] for service, share in enumerate(wiring.usual)]
    for service, factor in missed.items():
        load[service] *= factor
    for service, toll in heavy.items():
        load[service] *= toll.work / toll.capacity
    return tuple(load)


def _inflow(wiring: Wiring, heavy: Mapping[int, Toll]) -> list[float]:
    """The requests that come to each service, relative to what would come if all were well."""
    inflow = [1.0] * len(wiring.names)
    passed = {service: toll.passed for service, toll in heavy.items()}
    for service in wiring.order:
        callers = wiring.callers[service]
        come = sum([inflow[c] * passed.get(c, 1.0) for c in callers]) / len(callers) if callers else 1.0
        inflow[service] = come * heavy[service].load if service in heavy else come
    return inflow


def loads(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> tuple[float, ...]:
    """The load of each service at a second, as a share of its capacity, without retries."""
    return pressure(wiring, strains, warmths, demand, at).load


def _own(wiring: Wiring, weighs: Pressure, overloaded: Collection[int]) -> tuple[list[float], list[float]]:
    """The failure and the latency of each service by itself."""
    own, latency = [0.0] * len(wiring.names), [1.0] * len(wiring.names)
    for service, toll in weighs.tolls.items():
        own[service], latency[service] = 1 - toll.served, toll.slow + toll.drag
    for service in overloaded:
        pressed = max(1.0, weighs.load[service] * (1 + wiring.retries[service]))
        own[service] = 1 - (1 - own[service]) / pressed
        latency[service] *= 1 + pressed
    return own, latency


def give_up(slow: float) -> float:
    """The share of customers who give up at a factor on latency: a straight line between the two bounds."""
    if slow <= PATIENT_UP_TO:
        return 0.0
    return min(1.0, (slow - PATIENT_UP_TO) / (GONE_AT - PATIENT_UP_TO)) * GIVE_UP_AT_MOST


def _failing(own: Sequence[float], needs: frozenset[int], touched: Sequence[int]) -> float:
    alive = 1.0
    for service in touched:
        if service in needs:
            alive *= 1 - own[service]
    return 1 - alive


def reading(signal: Signal, state: Health, wiring: Wiring, journeys: Sequence[str]) -> float:
    """What a signal shows of a state, before lag and noise.

    Errors are the failing share of the journeys that pass the service, caused there or below, or of the
    one journey that is watched; latency the worst factor there or below; success is of a journey.
    """
    if signal.shows == "success":
        return 1 - state.journeys[journeys.index(signal.of)]
    if signal.of not in wiring.number:
        return state.journeys[journeys.index(signal.of)]
    service = wiring.number[signal.of]
    if signal.shows == "latency":
        return max(state.latency[each] for each in wiring.below[service])
    if signal.shows == "load":
        return state.load[service]
    if signal.shows == "hit rate":
        return next(h for line, h in zip(wiring.caches, state.hits, strict=True) if line.cache == service)
    passages = wiring.passages[service]
    if not passages:
        return state.own[service]
    total = sum(passage.share for passage in passages)
    touched = [number for number, fails in enumerate(state.own) if fails]
    return sum(p.share * _failing(state.own, p.below, touched) for p in passages) / total
