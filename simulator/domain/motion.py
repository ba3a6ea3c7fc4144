"""What services that move by themselves do to customers, while all else stands still."""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

from simulator.domain.health import Health, Suffered, by_itself, fails_of, unserved
from simulator.domain.strain import Backlog, Strain, late
from simulator.domain.toll import Toll
from simulator.domain.wiring import Wiring, needed_by

NO_FLOWS: Mapping[int, tuple[Backlog, int]] = {}


class _Line(NamedTuple):
    """A strain's level: `base`, times the share of a `span` gone by since `origin` if it moves.

    A span below zero counts down to its origin. From second `until` on the strain itself has to be asked.
    """

    strain: Strain
    base: float
    origin: int
    span: int
    until: float


class Motion:
    """Some services on the move in a state of which all else stays: loads, caches, lost work.

    The same as `state_of`, with what stands still laid out once. `strains` are all that act on the services;
    no second before `since` is asked for. `flows` are the queues at the services that have one, each with
    the seconds that customers bear; where there are any, only what customers suffer is told.
    Nothing changes in it: exercises share it.
    """

    __slots__ = (
        "_acting", "_fails", "_felt", "_latency", "_overloaded", "_own", "_shares", "_sick", "_still",
        "_turning", "_wiring",
    )  # fmt: skip

    def __init__(
        self,
        wiring: Wiring,
        still: Health,
        since: int,
        strains: Sequence[Strain],
        overloaded: Collection[int],
        services: Sequence[int],
        flows: Mapping[int, tuple[Backlog, int]] = NO_FLOWS,
    ) -> None:
        self._wiring, self._still, self._overloaded = wiring, still, overloaded
        self._acting = [
            (each, [_line(strain, since) for strain in strains if strain.service == each], flows.get(each))
            for each in services
        ]
        self._sick = tuple(sorted({*still.sick, *services}))
        kinds, self._shares = needed_by(wiring, self._sick)
        self._felt, self._turning = _reached(wiring, self._sick, tuple(services))
        self._own, self._latency, self._fails = [*still.own], [*still.latency], fails_of(still.own, kinds)

    def health(self, second: float) -> Health:
        """The state at a second."""
        still, own, latency, fails = self._still, [*self._own], [*self._latency], [*self._fails]
        self._move(second, own, latency)
        failing = self._failing(own, fails)
        journeys = tuple([fails[place] for _, place in self._shares])
        suffered = tuple(own), tuple(latency), still.load, still.hits
        return Health(*suffered, journeys, failing, self._sick, still.waits, still.losing, still.stranding)

    def suffered(self, second: float) -> Suffered:
        """What customers suffer at a second, which takes less than all of the state."""
        own = [*self._own]
        self._move(second, own, [*self._latency])
        return Suffered(self._failing(own, [*self._fails]), self._still.losing, self._still.stranding)

    def _failing(self, own: Sequence[float], fails: list[float]) -> float:
        """The share of all customers who fail; only what needs a service that moves is multiplied anew."""
        for place, kind in self._turning:
            alive = 1.0
            for service in kind:
                alive *= 1 - own[service]
            fails[place] = 1 - alive
        failing = 0.0
        for share, place in self._felt:
            failing += share * fails[place]
        return failing

    def _move(self, second: float, own: list[float], latency: list[float]) -> None:
        """Have the services as they are at a second, each by itself."""
        wiring, load, overloaded = self._wiring, self._still.load, self._overloaded
        for service, acting, flow in self._acting:
            toll, parts = Toll(), wiring.parts[service]
            for strain, base, origin, span, until in acting:
                level = base * ((second - origin) / span) if span else base
                if second >= until:
                    level = strain.level(second)
                if level:
                    toll.add(strain, level, parts)
            own[service], latency[service] = by_itself(wiring, toll, load, overloaded, service)
            if flow:
                own[service] = unserved(toll, late(flow[0].at(second), flow[1]))


class _Reached(NamedTuple):
    """The journeys that fail while some services move, and the sets of services that turn with them."""

    felt: tuple[tuple[float, int], ...]
    turning: tuple[tuple[int, tuple[int, ...]], ...]


@lru_cache(maxsize=1024)
def _reached(wiring: Wiring, sick: tuple[int, ...], services: tuple[int, ...]) -> _Reached:
    """What services that move do while some are sick, they among them."""
    kinds, shares = needed_by(wiring, sick)
    turning = [(place, kind) for place, kind in enumerate(kinds) if not frozenset(kind).isdisjoint(services)]
    return _Reached(tuple([share for share in shares if kinds[share[1]]]), tuple(turning))


def _line(strain: Strain, since: int) -> _Line:
    """How a strain goes on from a second: growing, as it is until it fades, or fading."""
    base, gone, fades = strain.amount * strain.scale, strain.gone, strain.fades
    if since < strain.full:
        return _Line(strain, base, strain.begins, strain.full - strain.begins, strain.full)
    if gone is None:
        return _Line(strain, base, 0, 0, inf)
    if fades is None or since < fades:
        return _Line(strain, base, 0, 0, gone if fades is None else fades)
    return _Line(strain, base, gone, fades - gone, gone)
