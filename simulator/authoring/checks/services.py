"""Services and journeys: what they need must exist, and nothing may need itself."""

from collections.abc import Iterator, Mapping

from simulator.authoring.checks.names import all_known, known, no_twins
from simulator.authoring.forms import PERCENT
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node

_CACHE_KEYS = ("hit rate", "refill")
_ROUNDING = 1e-6


def check_services(tree: Node) -> Iterator[Problem]:
    """Services need services that exist; caches say all that makes a cache; there are no circles."""
    services = tree["services"]
    for name, service in services:
        yield from known(service["team"], tree["on call"].names, "team")
        for key in ("needs", "calls"):
            yield from all_known(service[key].each, services.names, "service")
            yield from no_twins(service[key].each)
        yield from known(service["shields"], services.names, "service")
        yield from _whole_cache(name, service)
        yield from _whole_queue(name, service)
    yield from _circles(services)


def _whole_cache(name: str, service: Node) -> Iterator[Problem]:
    if service["shields"].present:
        for key in _CACHE_KEYS:
            if not service[key].present:
                message = f"the key '{key}' is missing in service '{name}'"
                yield service.key_problem(message, f"'{key}', because it shields another service")
    else:
        for key in _CACHE_KEYS:
            if service[key].present:
                yield service[key].key_problem(
                    f"'{key}' means something only for a cache",
                    "'shields' beside it, with the service behind the cache",
                )


def _whole_queue(name: str, service: Node) -> Iterator[Problem]:
    if service["queue"].present and not service["capacity"].present:
        message = f"the key 'capacity' is missing in service '{name}'"
        yield service.key_problem(message, "'capacity', because a queue fills when more comes in than that")


def _circles(services: Node) -> Iterator[Problem]:
    calls = {name: _called(service) for name, service in services}
    done: set[str] = set()
    for name in calls:
        circle = _circle(name, calls, done)
        if circle:
            spelt = " needs ".join(f"'{member}'" for member in circle)
            yield services[circle[0]].key_problem(
                f"services need each other in a circle: {spelt}",
                "services that need only what lies below them",
            )
            return


def _called(service: Node) -> tuple[str, ...]:
    nodes = (*service["needs"].each, *service["calls"].each, service["shields"])
    return tuple(node.text for node in nodes if node.text is not None)


def _circle(start: str, calls: Mapping[str, tuple[str, ...]], done: set[str]) -> list[str]:
    """The first circle met from a service, as the way around it. What is done is not entered again."""
    way: list[str] = []
    turns = [iter((start,))]
    while turns:
        name = next(turns[-1], None)
        if name is None:
            turns.pop()
            done.update(way[-1:])
            del way[-1:]
        elif name in way:
            return [*way[way.index(name) :], name]
        elif name in calls and name not in done:
            way.append(name)
            turns.append(iter(calls[name]))
    return []


def check_journeys(tree: Node) -> Iterator[Problem]:
    """Journeys need services that exist, and their shares add up to all customers."""
    journeys = tree["journeys"]
    for _, journey in journeys:
        yield from all_known(journey["needs"].each, tree["services"].names, "service")
        yield from no_twins(journey["needs"].each)
    shares = [PERCENT.read(journey["share"].value) for _, journey in journeys]
    total = sum(share for share in shares if share is not None)
    if shares and None not in shares and abs(total - 1) > _ROUNDING:
        yield journeys.key_problem(f"the shares of the journeys add up to {total * 100:.6g}%", "100%")
