"""How an organisation's services hang together, laid out once so that health can be computed quickly."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from simulator.domain.organisation import Organisation
from simulator.domain.value import Value


class CacheLine(Value):
    """A cache, what it shields, the share it normally answers, and the seconds it takes to warm."""

    cache: int
    shielded: int
    hit_rate: float
    refill: int


class QueueLine(NamedTuple):
    """A service whose requests wait in a queue, and the seconds that customers bear."""

    service: int
    bearable: int


class Passage(NamedTuple):
    """The share of customers whose journey passes a service, and the services below it that can fail them."""

    share: float
    below: frozenset[int]


class Wiring(Value, eq=False):
    """Services by number. `order` has callers before those they call; `callers` are by number too.

    `usual` is the load of the busiest hour as a share of capacity, 0 where it is ample.
    `journeys` holds, for each journey, its share of active customers and every service it needs.
    `passages` holds, for each service, the journeys seen from there; `unfailing` a zero for each journey;
    `warm` the usual hits of each cache; `all` every service.
    """

    names: tuple[str, ...]
    number: dict[str, int]
    order: tuple[int, ...]
    callers: tuple[tuple[int, ...], ...]
    usual: tuple[float, ...]
    retries: tuple[float, ...]
    parts: tuple[int, ...]
    caches: tuple[CacheLine, ...]
    journeys: tuple[tuple[float, frozenset[int]], ...]
    passages: tuple[tuple[Passage, ...], ...]
    below: tuple[tuple[int, ...], ...]
    unfailing: tuple[float, ...]
    warm: tuple[float, ...]
    queues: tuple[QueueLine, ...]
    all: frozenset[int]


@lru_cache(maxsize=64)
def wiring_of(organisation: Organisation) -> Wiring:
    """The wiring of an organisation's services, worked out once."""
    names = tuple(organisation.services)
    number = {name: index for index, name in enumerate(names)}
    services = tuple(organisation.services.values())
    return Wiring(
        names=names,
        number=number,
        order=_callers_first(organisation, number),
        callers=_callers(organisation, number),
        usual=tuple(1 / service.capacity if service.capacity else 0.0 for service in services),
        retries=tuple(service.retries for service in services),
        parts=tuple(service.parts for service in services),
        caches=tuple(
            CacheLine(number[s.name], number[s.shields], s.hit_rate, max(1, s.refill))
            for s in services
            if s.shields
        ),
        journeys=tuple(
            (journey.share, _closure(organisation, number, journey.needs))
            for journey in organisation.journeys.values()
        ),
        passages=tuple(_passages(organisation, number, name) for name in names),
        below=tuple(tuple(sorted(_closure(organisation, number, (name,)))) for name in names),
        warm=tuple(service.hit_rate for service in services if service.shields),
        queues=tuple(QueueLine(number[s.name], s.queue) for s in services if s.queue),
        all=frozenset(number.values()),
        unfailing=(0.0,) * len(organisation.journeys),
    )


def _closure(organisation: Organisation, number: dict[str, int], needs: tuple[str, ...]) -> frozenset[int]:
    found = frozenset[str]().union(*(organisation.closures[name] for name in needs))
    return frozenset(number[name] for name in found)


def _callers(organisation: Organisation, number: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    callers: list[list[int]] = [[] for _ in number]
    for service in organisation.services.values():
        for callee in (*service.needs, *service.calls):
            callers[number[callee]].append(number[service.name])
    return tuple(tuple(each) for each in callers)


def _callers_first(organisation: Organisation, number: dict[str, int]) -> tuple[int, ...]:
    done: list[int] = []

    def visit(name: str) -> None:
        if number[name] in done:
            return
        service = organisation.services[name]
        for callee in (*service.needs, *service.calls, *((service.shields,) if service.shields else ())):
            visit(callee)
        done.append(number[name])

    for name in organisation.services:
        visit(name)
    return tuple(reversed(done))


def _passages(organisation: Organisation, number: dict[str, int], name: str) -> tuple[Passage, ...]:
    passages = []
    for journey in organisation.journeys.values():
        needed = frozenset[str]().union(*(organisation.closures[need] for need in journey.needs))
        if name in needed:
            below = needed & organisation.reaches[name]
            passages.append(Passage(journey.share, frozenset(number[each] for each in below)))
    return tuple(passages)


class Needed(NamedTuple):
    """What journeys need of some services: each set of them once, and each journey's share and set."""

    kinds: tuple[tuple[int, ...], ...]
    shares: tuple[tuple[float, int], ...]


@lru_cache(maxsize=1024)
def needed_by(wiring: Wiring, sick: tuple[int, ...]) -> Needed:
    """What all journeys need of the services that are sick."""
    return needed(wiring.journeys, sick)


def needed(journeys: Sequence[tuple[float, frozenset[int]]], sick: Sequence[int]) -> Needed:
    """What journeys, each a share of customers and the services it needs, need of those that are sick."""
    sets = [tuple([service for service in sick if service in needs]) for _, needs in journeys]
    kinds = tuple(dict.fromkeys(sets))
    shares = [share for share, _ in journeys]
    return Needed(kinds, tuple(zip(shares, map(kinds.index, sets), strict=True)))
