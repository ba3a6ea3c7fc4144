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

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from simulator.domain.organisation import Signal
from simulator.domain.scenario import EffectKind
from simulator.domain.wiring import Wiring

PATIENT_UP_TO = 2.0
"""Slower than this factor and some customers give up (assumption)."""
GONE_AT = 20.0
"""At this factor as many give up as ever will (assumption)."""
GIVE_UP_AT_MOST = 0.9


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


@dataclass(frozen=True, slots=True)
class Pressure:
    """What weighs on the services at one second, before it is known who is overloaded by it."""

    burden: "Burden"
    hits: tuple[float, ...]
    load: tuple[float, ...]


def pressure(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> Pressure:
    """The strains summed up, the caches' hits, and each service's load without retries, at a second."""
    burden = Burden(wiring, strains, at)
    hits = tuple([line.hit_rate * warmth.at(at) for line, warmth in zip(wiring.caches, warmths, strict=True)])
    return Pressure(burden, hits, utilisation(wiring, burden, hits, demand))


def state_of(wiring: Wiring, weighs: Pressure, overloaded: Collection[int]) -> Health:
    """The state that a pressure brings about when these services are overloaded."""
    own, latency = _own(wiring, weighs.burden, weighs.load, overloaded)
    touched = [service for service, fails in enumerate(own) if fails]
    journeys = tuple([_failing(own, needs, touched) for _, needs in wiring.journeys])
    failing = sum([share * fails for (share, _), fails in zip(wiring.journeys, journeys, strict=True)])
    return Health(own, latency, weighs.load, weighs.hits, journeys, failing)


class Burden:
    """The levels of all strains at one second, summed up by service; services without strain are left out.

    `drag` is the latency of slow parts spread over the whole service: it shows in signals, while only the
    customers on those parts give up.
    """

    __slots__ = ("capacity", "drag", "errors", "load", "shed", "slow", "work")

    def __init__(self, wiring: Wiring, strains: Sequence[Strain], at: float) -> None:
        self.errors: dict[int, float] = {}
        self.slow: dict[int, float] = {}
        self.drag: dict[int, float] = {}
        self.load: dict[int, float] = {}
        self.work: dict[int, float] = {}
        self.capacity: dict[int, float] = {}
        self.shed: dict[int, float] = {}
        parted: dict[int, list[float]] = {}
        for strain in strains:
            level = strain.level(at)
            if level:
                self._add(strain, level, wiring, parted)
        for service, alive in parted.items():
            self.errors[service] = 1 - (1 - self.errors.get(service, 0.0)) * sum(alive) / len(alive)

    def _add(self, strain: Strain, level: float, wiring: Wiring, parted: dict[int, list[float]]) -> None:
        service, kind = strain.service, strain.kind
        if strain.part is not None and kind in ("errors", "slow"):
            alive = parted.setdefault(service, [1.0] * wiring.parts[service])
            alive[strain.part - 1] *= 1 - (level if kind == "errors" else give_up(1 + level))
            if kind == "slow":
                self.drag[service] = self.drag.get(service, 0.0) + level / wiring.parts[service]
        elif kind == "errors":
            self.errors[service] = 1 - (1 - self.errors.get(service, 0.0)) * (1 - level)
        elif kind == "shed":
            self.shed[service] = self.shed.get(service, 0.0) + level
        else:
            factors = _FACTORS[kind](self)
            factors[service] = factors.get(service, 1.0) * max(0.05, 1 + level)


_FACTORS: dict[str, Callable[[Burden], dict[int, float]]] = {
    "slow": lambda burden: burden.slow,
    "load": lambda burden: burden.load,
    "cost": lambda burden: burden.work,
    "capacity": lambda burden: burden.capacity,
}


def utilisation(wiring: Wiring, burden: Burden, hits: Sequence[float], demand: float) -> tuple[float, ...]:
    """The load of each service as a share of its capacity, without retries; 0 where capacity is ample.

    Each caller brings an equal share of a service's load; what a caller turns away does not come through.
    """
    missed = {
        line.shielded: (1 - hit) / max(1e-9, 1 - line.hit_rate)
        for line, hit in zip(wiring.caches, hits, strict=True)
        if hit != line.hit_rate
    }
    if not (missed or burden.load or burden.shed or burden.work or burden.capacity):
        return tuple([demand * share for share in wiring.usual])
    inflow = _inflow(wiring, burden)
    work, capacity = burden.work, burden.capacity
    usual = [demand * share * inflow[service] for service, share in enumerate(wiring.usual)]
    return tuple([
        load * work.get(service, 1.0) * missed.get(service, 1.0) / capacity.get(service, 1.0)
        for service, load in enumerate(usual)
    ])  # fmt: skip


def _inflow(wiring: Wiring, burden: Burden) -> list[float]:
    """The requests that come to each service, relative to what would come if all were well."""
    inflow = [1.0] * len(wiring.names)
    if not (burden.load or burden.shed):
        return inflow
    passed = {service: 1 - min(1.0, max(0.0, shed)) for service, shed in burden.shed.items()}
    for service in wiring.order:
        callers = wiring.callers[service]
        come = sum([inflow[c] * passed.get(c, 1.0) for c in callers]) / len(callers) if callers else 1.0
        inflow[service] = come * burden.load.get(service, 1.0)
    return inflow


def loads(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> tuple[float, ...]:
    """The load of each service at a second, as a share of its capacity, without retries."""
    return pressure(wiring, strains, warmths, demand, at).load


def _own(
    wiring: Wiring, burden: Burden, load: tuple[float, ...], overloaded: Collection[int]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    own, latency = [0.0] * len(load), [1.0] * len(load)
    for service in {
        **burden.errors,
        **burden.slow,
        **burden.drag,
        **burden.shed,
        **dict.fromkeys(overloaded),
    }:
        slow = burden.slow.get(service, 1.0)
        alive = (1 - burden.errors.get(service, 0.0)) * (1 - give_up(slow))
        alive *= 1 - min(1.0, max(0.0, burden.shed.get(service, 0.0)))
        slow += burden.drag.get(service, 0.0)
        if service in overloaded:
            pressed = max(1.0, load[service] * (1 + wiring.retries[service]))
            alive, slow = alive / pressed, slow * (1 + pressed)
        own[service], latency[service] = 1 - alive, slow
    return tuple(own), tuple(latency)


def give_up(slow: float) -> float:
    """The share of customers who give up at a factor on latency: a straight line between the two bounds."""
    return min(1.0, max(0.0, (slow - PATIENT_UP_TO) / (GONE_AT - PATIENT_UP_TO))) * GIVE_UP_AT_MOST


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
