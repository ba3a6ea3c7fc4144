"""The shape of a doctrine's clocks: how soon each audience hears, by severity and state."""

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from simulator.authoring.shapes.base import Lasting, Name, Shape, Text
from simulator.domain.doctrine import UpdateState

EVERY = "*"
"""Stands for every severity when a clock gives a single duration."""
OPEN_STATES: tuple[UpdateState, ...] = ("investigating", "identified", "monitoring")
"""States after which another update is owed."""

_PerState: TypeAlias = dict[UpdateState, Lasting]


def _every_severity(value: object) -> object:
    return {EVERY: value} if isinstance(value, str | int | float) else value


def _every_state(value: object) -> object:
    return dict.fromkeys(OPEN_STATES, value) if isinstance(value, str | int | float) else value


PerState: TypeAlias = Annotated[
    _PerState, BeforeValidator(_every_state, json_schema_input_type=Lasting | _PerState)
]
_First: TypeAlias = dict[Name, Lasting]
_Then: TypeAlias = dict[Name, PerState]


class LaterShape(Shape):
    """How often an audience hears once an incident has lasted for long."""

    after: Lasting = Field(description="time from the declaration from which updates may be further apart")
    then: Annotated[_Then, BeforeValidator(_every_severity, json_schema_input_type=Lasting | _Then)] = Field(
        description="time to the next update from then on, written as before"
    )


class ClockShape(Shape):
    """How soon an audience hears. A severity that is not named has no obligation."""

    first: Annotated[_First, BeforeValidator(_every_severity, json_schema_input_type=Lasting | _First)] = (
        Field(description="time from the declaration to the first update: 10m for all, or per severity")
    )
    then: Annotated[_Then, BeforeValidator(_every_severity, json_schema_input_type=Lasting | _Then)] = Field(
        description="time to the next update: 20m for all, or per severity, or per severity and last state"
    )
    later: LaterShape | None = Field(None, description="what holds once an incident has lasted for long")
    source: Text = Field(description="where the numbers come from, or assumption")


class ClocksShape(Shape):
    """How soon each audience hears."""

    status_page: ClockShape = Field(description="customers, on the public status page")
    leadership: ClockShape = Field(description="executives of the company")
    support: ClockShape = Field(description="those who answer customers")
    sales: ClockShape = Field(description="those who look after key customers")
    regulator: ClockShape | None = Field(
        None, description="authorities; leave it out unless the process names a time, then it is not judged"
    )
