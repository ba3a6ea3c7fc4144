"""The shape of a change in the runbook."""

from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from simulator.authoring.forms import DURATION
from simulator.authoring.shapes.base import Duration, Name, Percent, Shape, Text
from simulator.domain.organisation import ChangeKind


class SpreadShape(Shape):
    """A duration that varies: log-normal."""

    median: Duration = Field(description="half of the time it takes less")
    sigma: float = Field(ge=0, le=2, description="spread of the logarithm; 0.4 is narrow, 0.8 wide")


def _exact(value: object) -> object:
    return value if isinstance(value, dict) else {"median": value, "sigma": 0.0}


Spread: TypeAlias = Annotated[
    SpreadShape, BeforeValidator(_exact, json_schema_input_type=Duration | SpreadShape)
]


def _never(value: object) -> object:
    if value in ("no", "none", "-") or value is False:
        raise PydanticCustomError("choice", "{names}", {"names": ("never",), "or": DURATION.expected})
    return None if value == "never" else value


class SticksShape(Shape):
    """A change that sometimes hangs half-way."""

    odds: Percent = Field(description="how likely it hangs")
    lasts: Spread = Field(alias="for", description="how much longer it takes then")


class ChangeShape(Shape):
    """Something that may be ordered on production."""

    kind: ChangeKind = Field(description="what sort of change it is; the doctrine says which kinds are easy")
    on: Name = Field(description="the service that is changed")
    takes: Spread = Field(description="time until it can act: 12m, or {median: 15m, sigma: 0.6}")
    undo: Annotated[
        Duration | None, BeforeValidator(_never, json_schema_input_type=Duration | Literal["never"])
    ] = Field(description="time to undo it, or never")
    signal: Name = Field(description="the signal that shows its effect")
    hazards: dict[Name, Duration] = Field(
        {}, description="what can make it dangerous, each with the time a check of that takes"
    )
    staged: Text | None = Field(None, description="its small first form, if it has one: one node")
    prepares: Duration = Field(
        0, description="time of it that can be spent beforehand, without touching production"
    )
    hands: int = Field(1, ge=1, le=3, description="people it takes at the same time")
    through: Name | None = Field(
        None,
        description="the service it is made with, such as a deploy pipeline; while that fails, so does it",
    )
    sticks: SticksShape | None = Field(
        None, description="how likely it hangs half-way, and for how long: {odds: 5%, for: 90m}"
    )
    about: Text | None = Field(None, description="what it does, for someone who has never done it")
