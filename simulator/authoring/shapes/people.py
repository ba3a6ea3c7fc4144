"""The shapes of people and stakeholders."""

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from simulator.authoring.forms import RATE
from simulator.authoring.shapes.base import Id, Lasting, Name, Shape, Text, Written, YesNo
from simulator.domain.organisation import Temper

Audience: TypeAlias = Literal["status page", "leadership", "support", "sales"]


class PersonShape(Shape):
    """Someone who can be paged."""

    name: Text = Field(description="first and last name")
    site: Id = Field(description="the office they work in")
    team: Name = Field(description="the team they belong to")
    knows: tuple[Name, ...] = Field((), description="services that they can read")
    temper: Temper = Field("steady", description="how they are under pressure; steady if not given")
    role: Id | None = Field(None, description="a role in the response that they are trained for")


class StakeholderShape(Shape):
    """Someone outside the response who waits for news."""

    hears: Audience = Field(description="the audience whose updates reach them")
    patience: Lasting = Field(description="silence that they bear before they ask")
    tickets: Annotated[float, Written(RATE)] | None = Field(
        None, description="reports of affected customers: 4 per 1000 an hour"
    )
    swoops: YesNo = Field(False, description="yes if they step into the response when silence goes on")
