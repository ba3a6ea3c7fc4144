"""The shapes of services, journeys, signals and alerts."""

from typing import Annotated

from pydantic import Field

from simulator.authoring.forms import CROSSING, Crossing
from simulator.authoring.shapes.base import Duration, Inner, Level, Name, Percent, Shape, Text, Written, YesNo
from simulator.domain.organisation import Shows


class ServiceShape(Shape):
    """A service or a datastore."""

    team: Name = Field(description="the team that owns it and is paged for it")
    needs: tuple[Name, ...] = Field((), description="services that it calls for every request")
    calls: tuple[Name, ...] = Field(
        (), description="services that it calls only for the journeys that name them"
    )
    capacity: Level | None = Field(
        None, description="what it can bear, against the load of the busiest hour: 140%; ample if not given"
    )
    retries: Percent = Field(0.0, description="extra load that its callers add while it is overloaded")
    parts: int = Field(1, ge=1, le=64, description="parts of equal size that can fail one by one")
    shields: Name | None = Field(None, description="the service whose load this cache takes away")
    hit_rate: Inner | None = Field(None, description="share of reads that the cache answers")
    refill: Duration | None = Field(None, description="time a cold cache takes to warm")
    queue: Duration | None = Field(
        None, description="for what works through a queue: the wait that customers bear; nothing is refused"
    )
    outside: YesNo = Field(False, description="yes for a provider's service, on which nobody here can work")
    about: Text | None = Field(None, description="what it is for")


class JourneyShape(Shape):
    """Something customers do."""

    share: Percent = Field(description="share of active customers who are doing it")
    needs: tuple[Name, ...] = Field(
        min_length=1, description="services it goes through; what they need counts too"
    )


class SignalShape(Shape):
    """Something that can be watched."""

    of: Name = Field(description="the service or journey that it measures")
    shows: Shows = Field(description="what it measures")
    lag: Duration = Field(description="how old its readings are, and so how long a change takes to show")
    noise: Percent = Field(description="how much its readings scatter, as a share of the reading")


class AlertShape(Shape):
    """A signal that pages somebody."""

    when: Annotated[Crossing, Written(CROSSING)] = Field(
        description="what sets it off: app errors > 5% for 3m"
    )
    pages: Name = Field(description="the team that is paged")
    called: Name | None = Field(None, description="its name; the condition if not given")
