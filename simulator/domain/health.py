"""What services and customers suffer, as formulas of time.

Between two events of the world every strain is a straight line, so health at any second is a pure
function of the strains, the caches' warmth, the overloads and the hour's demand.

- A journey fails with 1 - product of (1 - own failure) over the services it needs.
- A service over its capacity refuses 1 - capacity / load of its requests; while it is overloaded its
  callers retry, which adds load: it comes out of overload only when the load with retries fits.
- A cache that answers a share h of the reads instead of its normal h0 multiplies the load of what it
  shields by (1 - h) / (1 - h0). It warms in a straight line while what it shields is not overloaded and
  cools while it is: time-outs keep it from being filled.
- A queue refuses nothing: what comes in faster than it is worked off waits, and its journeys fail for those
  who will not wait so long.
- Work that is lost, or stranded on one side of a split, shows in no error: the request succeeds.
"""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from simulator.domain.load import utilisation
from simulator.domain.strain import Strain, Warmth, late
from simulator.domain.toll import Toll, tolls_of
from simulator.domain.wiring import Wiring, needed_by

BROKEN = 0.5
"""A tool that answers no more than this share of what is asked of it is of no use to anyone (assumption)."""


class Health(NamedTuple):
    """The state at one second, services by number.

    `own` failure and `latency` (a factor) of each service by itself, its `load` as a share of capacity
    (0 when ample), the `hits` of each cache, the failing share of each journey, and of all customers;
    `sick` are the services whose own failure or latency is not as usual. `waits` are the seconds of work in
    each queue; `losing` and `stranding` the shares of all customers whose work is being lost, or stranded.
    """

    own: tuple[float, ...]
    latency: tuple[float, ...]
    load: tuple[float, ...]
    hits: tuple[float, ...]
    journeys: tuple[float, ...]
    failing: float
    sick: tuple[int, ...]
    waits: tuple[float, ...] = ()
    losing: float = 0.0
    stranding: float = 0.0

    @property
    def suffered(self) -> "Suffered":
        """What customers suffer."""
        return Suffered(self.failing, self.losing, self.stranding)


class Suffered(NamedTuple):
    """The shares of all customers who fail, and whose work is being lost, or stranded."""

    failing: float
    losing: float
    stranding: float


class Pressure(NamedTuple):
    """What weighs on the services at one second, before it is known who is overloaded by it."""

    tolls: dict[int, Toll]
    hits: tuple[float, ...]
    load: tuple[float, ...]


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


def pressure(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> Pressure:
    """The strains summed up, the caches' hits, and each service's load without retries, at a second."""
    tolls = tolls_of(wiring, strains, at)
    hits = tuple([line.hit_rate * warmths[index].at(at) for index, line in enumerate(wiring.caches)])
    return Pressure(tolls, hits, utilisation(wiring, tolls, hits, demand))


def loads(
    wiring: Wiring, strains: Sequence[Strain], warmths: Sequence[Warmth], demand: float, at: float
) -> tuple[float, ...]:
    """The load of each service at a second, as a share of its capacity, without retries."""
    return pressure(wiring, strains, warmths, demand, at).load


def state_of(
    wiring: Wiring, weighs: Pressure, overloaded: Collection[int], waits: tuple[float, ...] = ()
) -> Health:
    """The state that a pressure brings about with these services overloaded and so much waiting in queues."""
    own, latency = [0.0] * len(wiring.names), [1.0] * len(wiring.names)
    sick = {*weighs.tolls, *overloaded}
    for service in sick:
        toll = weighs.tolls.get(service)
        own[service], latency[service] = by_itself(wiring, toll, weighs.load, overloaded, service)
    for line, wait in zip(wiring.queues, waits, strict=False):
        if wait or line.service in sick:
            sick.add(line.service)
            own[line.service] = unserved(weighs.tolls.get(line.service), late(wait, line.bearable))
    return _health(wiring, weighs, own, latency, tuple(sorted(sick)), waits)


def by_itself(
    wiring: Wiring, toll: Toll | None, load: Sequence[float], overloaded: Collection[int], service: int
) -> tuple[float, float]:
    """A service's own failure and its latency, a queue's waits left aside."""
    own, latency = (1 - toll.served(), toll.slow + toll.drag) if toll else (0.0, 1.0)
    if service in overloaded:
        pressed = max(1.0, load[service] * (1 + wiring.retries[service]))
        own = 1 - (1 - own) / pressed
        latency *= 1 + pressed
    return own, latency


def unserved(toll: Toll | None, late: float) -> float:
    """What fails at a queue: those turned away, and those who will not wait."""
    return 1 - (1 - late) * (toll.passed if toll else 1.0)


def _health(
    wiring: Wiring,
    weighs: Pressure,
    own: Sequence[float],
    latency: Sequence[float],
    sick: tuple[int, ...],
    waits: tuple[float, ...],
) -> Health:
    journeys, failing = _journeys(wiring, own, sick)
    losing = stranding = 0.0
    for service, toll in weighs.tolls.items():
        if toll.loses or toll.strands:
            through = sum([share for share, needs in wiring.journeys if service in needs])
            losing, stranding = losing + through * toll.loses, stranding + through * toll.strands
    suffered = tuple(own), tuple(latency), weighs.load, weighs.hits
    return Health(*suffered, journeys, failing, sick, waits, losing, stranding)


def _journeys(wiring: Wiring, own: Sequence[float], sick: tuple[int, ...]) -> tuple[tuple[float, ...], float]:
    """The failing share of each journey and of all customers."""
    if not sick:
        return wiring.unfailing, 0.0
    kinds, shares = needed_by(wiring, sick)
    fails = fails_of(own, kinds)
    failing = 0.0
    for share, kind in shares:
        failing += share * fails[kind]
    return tuple([fails[kind] for _, kind in shares]), failing


def answers(wiring: Wiring, state: Health, service: int) -> float:
    """The share of what is asked of a service that it answers, with all that it needs."""
    alive = 1.0
    for each in wiring.below[service]:
        alive *= 1 - state.own[each]
    return alive


def fails_of(own: Sequence[float], kinds: Sequence[Sequence[int]]) -> list[float]:
    """The share of requests that fail, for each set of services of which all are needed."""
    fails = []
    for kind in kinds:
        alive = 1.0
        for service in kind:
            alive *= 1 - own[service]
        fails.append(1 - alive)
    return fails
