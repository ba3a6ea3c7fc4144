"""The shape of what really happened in the outage that a scenario learns from."""

from collections.abc import Sequence

from pydantic import Field

from simulator.authoring.shapes.base import Duration, Shape, Text
from simulator.domain.history import UNTOLD, Event, EventKind, History


class EventShape(Shape):
    """Something that was done or said in the real outage."""

    at: Duration = Field(description="how long after the exercise's first second it would have been")
    kind: EventKind = Field(description="what kind of event it was")
    text: Text | None = Field(None, description="what was done or said, in your own words")


def make_history(shapes: Sequence[EventShape]) -> History:
    """The history of a scenario, in order of time."""
    events = (Event(shape.at, shape.kind, shape.text or "") for shape in shapes)
    return History(tuple(sorted(events, key=lambda event: event.at))) if shapes else UNTOLD
