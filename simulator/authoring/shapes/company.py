"""The shape of an organisation's file as a whole."""

from typing import Annotated

from pydantic import Field

from simulator.authoring.forms import HOURS, OFFSET
from simulator.authoring.shapes.base import Id, Name, Shape, Text, Written
from simulator.authoring.shapes.people import PersonShape, StakeholderShape
from simulator.authoring.shapes.rhythm import Rhythm
from simulator.authoring.shapes.runbook import ChangeShape
from simulator.authoring.shapes.services import AlertShape, JourneyShape, ServiceShape, SignalShape
from simulator.domain.organisation import Tool
from simulator.domain.week import OfficeHours


class SiteShape(Shape):
    """An office."""

    clock: Annotated[int, Written(OFFSET)] = Field(
        description="its clock against UTC, the same all year: UTC-8"
    )
    hours: Annotated[OfficeHours, Written(HOURS)] = Field(
        description="local hours in which it is staffed: Mon-Fri 08:00-18:00"
    )


class CustomersShape(Shape):
    """How many customers there are, and when."""

    active: int = Field(ge=1, le=100_000_000, description="customers active in the busiest hour")
    rhythm: Rhythm = Field(
        description="weekday (office hours of Europe and America), round the clock, or hour by hour"
    )


class OrganisationShape(Shape):
    """A company: what it runs, who works there, who waits for news."""

    organisation: Id = Field(description="the organisation's id, as scenarios name it")
    title: Text = Field(description="the organisation's name and what it does, in one line")
    about: Text | None = Field(None, description="what a newcomer should know of it")
    doctrine: Id = Field(description="the id of the incident process it follows")
    customers: CustomersShape = Field(description="how many customers, and when they are active")
    journeys: dict[Name, JourneyShape] = Field(
        min_length=1, description="what customers do; shares add up to 100%"
    )
    services: dict[Name, ServiceShape] = Field(min_length=1, description="services and datastores")
    signals: dict[Name, SignalShape] = Field(min_length=1, description="what can be watched")
    alerts: tuple[AlertShape, ...] = Field((), description="signals that page somebody")
    runbook: dict[Name, ChangeShape] = Field(
        min_length=1, description="changes that may be ordered on production"
    )
    sites: dict[Id, SiteShape] = Field(min_length=1, description="offices")
    people: dict[Id, PersonShape] = Field(min_length=1, description="everyone who can be paged")
    on_call: dict[Name, dict[Name, tuple[Id, ...]]] = Field(
        min_length=1,
        description="for each team, who is on call: '<site> hours' and otherwise, first to be paged first",
    )
    stakeholders: dict[Name, StakeholderShape] = Field(
        {}, description="people outside the response who wait for news, and outside providers"
    )
    automation: tuple[Name, ...] = Field(
        (), description="what acts by itself and may speak in an inject: an autoscaler, a deploy bot"
    )
    tools: dict[Tool, Name] = Field(
        {},
        description="services that the response itself needs, and what for: dashboards, status page, sign-on",
    )
