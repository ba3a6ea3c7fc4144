"""Effects as the world knows them."""

from collections.abc import Iterable

from simulator.authoring.shapes.effect import EffectShape
from simulator.authoring.text.node import Node
from simulator.domain.scenario import Effect


def make_effects(shapes: Iterable[EffectShape], written: Node) -> tuple[Effect, ...]:
    """Effects from their shapes and the list (or the one mapping) where they are written."""
    return tuple(_effect(shape, node) for shape, node in zip(shapes, written.each, strict=True))


def _effect(shape: EffectShape, written: Node) -> Effect:
    name, part = shape.to
    return Effect(
        at=shape.at,
        to=name,
        part=part,
        kind=shape.kind,
        amount=shape.amount,
        ramp=shape.ramp,
        lasts=shape.lasts,
        every=shape.every,
        origin=written.mark.origin,
    )
