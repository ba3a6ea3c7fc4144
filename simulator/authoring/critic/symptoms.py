"""What a cause would show if nobody did anything: health and signals over the outage, without lag and noise.

Reckoned in steps, as the critic needs to know how far a signal can go, not to the second.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from simulator.domain.health import Health, Pressure, pressure, state_of
from simulator.domain.organisation import Organisation
from simulator.domain.reading import readers
from simulator.domain.scenario import Cause, Effect, Scenario
from simulator.domain.strain import Backlog, Strain, Warmth
from simulator.domain.value import Value, replace
from simulator.domain.wiring import Wiring, wiring_of

STEPS = 40
_OVER = 1.0 + 1e-9


class Moment(Value):
    """The state at a second."""

    at: int
    state: Health


@lru_cache(maxsize=64)
def course(scenario: Scenario, name: str) -> tuple[Moment, ...]:
    """How a cause goes on, from the first second to the limit."""
    cause, wiring = scenario.causes[name], wiring_of(scenario.organisation)
    return tuple(_course(scenario, cause, wiring))


def readings(organisation: Organisation, state: Health) -> Mapping[str, float]:
    """What every signal shows of a state."""
    return {name: reader.read(state) for name, reader in readers(organisation).items()}


def at_rest(organisation: Organisation, demand: float) -> Mapping[str, float]:
    """What every signal shows when all is well, at an hour's demand."""
    wiring = wiring_of(organisation)
    warm = tuple(Warmth(0, 1.0, 0.0) for _ in wiring.caches)
    return readings(organisation, state_of(wiring, pressure(wiring, (), warm, demand, 0), ()))


def _course(scenario: Scenario, cause: Cause, wiring: Wiring) -> Iterator[Moment]:
    effects = [again for effect in cause.effects for again in _each_time(effect, scenario.limit)]
    strains = tuple(_strain(effect, wiring) for effect in effects if effect.kind != "lost")
    warmths = [Warmth(0, 1.0, 0.0) for _ in wiring.caches]
    backlogs = [Backlog(0, 0.0, 0.0) for _ in wiring.queues]
    over = frozenset[int]()
    for at in _times(scenario, cause, strains):
        cooled = [
            _cooled(wiring.caches[n].cache, one.at(at), at, cause, wiring) for n, one in enumerate(warmths)
        ]
        still = [Warmth(at, warmth, 0.0) for warmth in cooled]
        weighs = pressure(wiring, strains, still, _demand(scenario, at), at)
        over = _over(wiring, weighs.load, over)
        warmths = [
            Warmth(at, warmth, (-1 if line.shielded in over else 1) / line.refill)
            for line, warmth in zip(wiring.caches, cooled, strict=True)
        ]
        backlogs = [
            _flowing(backlog, line.service, at, weighs)
            for line, backlog in zip(wiring.queues, backlogs, strict=True)
        ]
        yield Moment(at, state_of(wiring, weighs, over, tuple(backlog.wait for backlog in backlogs)))


def _each_time(effect: Effect, until: int) -> Iterator[Effect]:
    """An effect once for each time that it comes back."""
    if effect.every is None:
        yield effect
        return
    for at in range(effect.at, until, effect.every):
        yield replace(effect, at=at, every=None)


def _times(scenario: Scenario, cause: Cause, strains: tuple[Strain, ...]) -> list[int]:
    bends = {bend for strain in strains for bend in (strain.begins, strain.full, strain.gone) if bend}
    onsets = {effect.at for effect in cause.effects}
    steps = range(0, scenario.limit, max(1, scenario.limit // STEPS))
    return sorted(at for at in bends | onsets | {0, *steps} if 0 <= at < scenario.limit)


def _strain(effect: Effect, wiring: Wiring) -> Strain:
    """An effect as a strain; one that comes back is taken to stay, as an alert that waits for it sees it."""
    amount = effect.amount - 1 if effect.kind == "slow" else effect.amount
    full = effect.at + effect.ramp
    gone = None if effect.lasts is None or effect.every else full + effect.lasts
    return Strain(wiring.number[effect.to], effect.part, effect.kind, amount, effect.at, full, "", gone, gone)


def _cooled(cache: int, warmth: float, at: int, cause: Cause, wiring: Wiring) -> float:
    for effect in cause.effects:
        if effect.kind == "lost" and max(0, effect.at) == at and wiring.number[effect.to] == cache:
            warmth *= 1 - effect.amount
    return warmth


def _flowing(backlog: Backlog, service: int, at: int, weighs: Pressure) -> Backlog:
    """A queue from now on: what comes in, against the pace at which it is worked off."""
    toll = weighs.tolls.get(service)
    return Backlog(at, backlog.at(at), weighs.load[service] - (toll.working if toll else 1.0))


def _over(wiring: Wiring, load: tuple[float, ...], before: frozenset[int]) -> frozenset[int]:
    """Who is over capacity; a queue never is, it only falls behind."""
    queues = {line.service for line in wiring.queues}
    loads = ((n, share * (1 + wiring.retries[n] * (n in before))) for n, share in enumerate(load))
    return frozenset(n for n, pressed in loads if pressed > _OVER and n not in queues)


def _demand(scenario: Scenario, second: int) -> float:
    return scenario.organisation.demand(scenario.starts + second)
