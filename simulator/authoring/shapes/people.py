"""The shapes of people and stakeholders."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.authoring.forms import NOTICE, RATE
from simulator.authoring.shapes.base import Id, Lasting, Name, Shape, Text, Written, YesNo
from simulator.authoring.shapes.runbook import Spread
from simulator.domain.organisation import Notice, Temper
from simulator.domain.stakes import Audience


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

    hears: Audience | None = Field(None, description="the audience whose updates reach them")
    patience: Lasting | None = Field(None, description="silence that they bear before they ask")
    tickets: Annotated[float, Written(RATE)] | None = Field(
        None, description="reports of affected customers: 4 per 1000 an hour"
    )
    swoops: YesNo = Field(False, description="yes if they step into the response when silence goes on")
    worth: Text | None = Field(
        None, description="for a key customer, what is at stake: a twentieth of the revenue"
    )
    must_hear: Annotated[Notice, Written(NOTICE)] | None = Field(
        None, description="a legal clock: within 4h of data loss (or of data exposure, or of declaring)"
    )
    provides: Name | None = Field(
        None, description="for an outside provider, the service that they run; they can be paged and asked"
    )
    answers: Spread | None = Field(
        None, description="how long an outside provider takes to answer: {median: 25m, sigma: 0.6}"
    )

    @model_validator(mode="after")
    def _whole(self) -> "StakeholderShape":
        if self.provides is not None or self.answers is not None:
            return self._provider()
        if self.hears is None:
            raise _partly("nothing says what reaches this stakeholder", "hears, or provides and answers")
        if self.patience is None and self.must_hear is None:
            raise _partly("nothing says how long this stakeholder waits", "patience, or must hear")
        return self

    def _provider(self) -> "StakeholderShape":
        if self.provides is None or self.answers is None:
            raise _partly("'provides' and 'answers' belong together", "both, or neither")
        if self.hears is not None or self.patience is not None or self.must_hear is not None:
            raise _partly("an outside provider waits for no update", "provides and answers, nothing else")
        return self


def _partly(found: str, expected: str) -> PydanticCustomError:
    return PydanticCustomError("whole", "{found}", {"found": found, "expected": expected})
