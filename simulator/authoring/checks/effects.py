"""Effects: they happen to a service that exists, to a part that it has, in a way that it can suffer."""

from collections.abc import Iterator

from simulator.authoring.checks.names import unknown
from simulator.authoring.forms import TARGET
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node
from simulator.domain.organisation import Organisation, Service


def check_effects(effects: Node, organisation: Organisation) -> Iterator[Problem]:
    """Everything that is wrong with the meaning of a list of effects, or of a single one."""
    for effect in effects.each:
        target = TARGET.read(effect["to"].value)
        if target is None:
            continue
        name, part = target
        if name not in organisation.services:
            yield unknown(effect["to"], name, tuple(organisation.services), "service")
            continue
        yield from _suffers(effect, organisation.services[name], organisation)
        if part is not None and part > organisation.services[name].parts:
            yield effect["to"].problem(
                f"'{name}' has no part {part}", _parts(name, organisation.services[name].parts)
            )


def _parts(name: str, parts: int) -> str:
    return f"'{name}/1' to '{name}/{parts}'" if parts > 1 else f"'{name}', which has no parts"


def _suffers(effect: Node, service: Service, organisation: Organisation) -> Iterator[Problem]:
    shielded = {other.shields for other in organisation.services.values()}
    if effect["lost"].present and service.shields is None:
        yield effect["lost"].key_problem(
            f"'{service.name}' is no cache, so nothing of it goes cold", "a service that shields another"
        )
    if effect["cost"].present and service.name not in shielded:
        yield effect["cost"].key_problem(
            f"'{service.name}' stands behind no cache", "a service that a cache shields"
        )
    if effect["capacity"].present and service.capacity is None:
        yield effect["capacity"].key_problem(
            f"'{service.name}' has ample capacity", "a service with a capacity in the organisation's file"
        )
