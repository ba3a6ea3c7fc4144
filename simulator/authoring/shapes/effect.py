"""What happens to a service: the shape of an effect."""

from typing import Annotated, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.authoring.forms import TARGET
from simulator.authoring.shapes.base import (
    Duration,
    Factor,
    Lasting,
    Percent,
    Relative,
    Shape,
    Shed,
    Written,
    several,
)
from simulator.domain.scenario import EffectKind

AMOUNTS: tuple[EffectKind, ...] = (
    "errors", "slow", "load", "capacity", "lost", "shed", "cost", "loses", "strands"
)  # fmt: skip


class EffectShape(Shape):
    """Something that happens to a service or to one part of it. Say exactly one kind of it."""

    at: Duration = Field(0, description="time after its cause or change sets in; 0s if not given")
    to: Annotated[tuple[str, int | None], Written(TARGET)] = Field(
        description="the service it happens to, or one part of it: db-shards/3"
    )
    errors: Percent | None = Field(None, description="share of requests that fail")
    slow: Factor | None = Field(None, description="how many times slower it answers")
    load: Relative | None = Field(None, description="more or less load than usual: +80%")
    capacity: Relative | None = Field(None, description="more or less capacity than usual: -30%")
    lost: Percent | None = Field(None, description="share of a cache that goes cold")
    shed: Shed | None = Field(
        None, description="share of requests turned away on purpose; below zero, let in again"
    )
    cost: Relative | None = Field(None, description="what a cache miss costs the service behind it: -65%")
    loses: Percent | None = Field(
        None, description="share of work that is lost though it seemed to succeed; no error shows it"
    )
    strands: Percent | None = Field(
        None, description="share of work that only one side of a split has: not lost yet"
    )
    ramp: Duration = Field(0, description="time over which it grows to its full size")
    lasts: Duration | None = Field(None, alias="for", description="time after which it goes by itself")

    every: Lasting | None = Field(
        None, description="it comes back this long after it began: 10m, with 'for: 4m'"
    )

    @model_validator(mode="after")
    def _comes_back(self) -> "EffectShape":
        if self.every is not None and (self.lasts is None or self.ramp + self.lasts >= self.every):
            found = "'every' is given, but it is not gone by then"
            raise PydanticCustomError(
                "whole", "{found}", {"found": found, "expected": "'for', shorter than 'every'"}
            )
        return self

    @model_validator(mode="after")
    def _one_kind(self) -> "EffectShape":
        given = [kind for kind in AMOUNTS if getattr(self, kind) is not None]
        if len(given) != 1:
            found = (
                f"an effect says both {' and '.join(given)}"
                if given
                else "the effect does not say what happens"
            )
            raise PydanticCustomError(
                "whole", "{found}", {"found": found, "expected": f"exactly one of: {', '.join(AMOUNTS)}"}
            )
        return self

    @property
    def kind(self) -> EffectKind:
        """The one kind that is given."""
        return next(kind for kind in AMOUNTS if getattr(self, kind) is not None)

    @property
    def amount(self) -> float:
        """How much of it."""
        return float(getattr(self, self.kind))


Effects: TypeAlias = Annotated[tuple[EffectShape, ...], several(EffectShape)]
