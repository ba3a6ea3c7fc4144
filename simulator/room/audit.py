"""Who did what in a room, and when by the wall clock: for the facilitator to read."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from simulator.domain.duration import show_clock
from simulator.room.event import Event
from simulator.room.person import people_of

NOBODY = "the server"


def audit(events: Iterable[Event]) -> list[Mapping[str, str]]:
    """The log as rows of text, the latest first."""
    known = tuple(events)
    names = {person.id: person.name for person in people_of(known).values()}
    return [_row(event, names) for event in reversed(known)]


def _row(event: Event, names: Mapping[str, str]) -> Mapping[str, str]:
    body = ", ".join(f"{name} {value}" for name, value in event.body.items())
    return {
        "when": datetime.fromtimestamp(event.when, UTC).strftime("%Y-%m-%d %H:%M:%S"),
        "at": show_clock(event.at),
        "who": names.get(event.who, event.who) or NOBODY,
        "what": f"{event.act}: {body}" if body else event.act,
    }
