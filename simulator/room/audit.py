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
    return {
        "when": datetime.fromtimestamp(event.when, UTC).strftime("%Y-%m-%d %H:%M:%S"),
        "at": show_clock(event.at),
        "who": names.get(event.who, event.who) or NOBODY,
        "what": _what(event),
    }


def _what(event: Event) -> str:
    """What was done, in words where there are better ones than the log's own."""
    body = event.body
    match event.act:
        case "said":
            return f"said: {body['text']} ({body['seat']})"
        case "sat":
            return f"sat down: {body['seat']}"
        case "clock":
            return "clock: paused" if body["stopped"] else f"clock: runs at {body['speed']:g}x"
    told = ", ".join(f"{name} {value}" for name, value in body.items())
    return f"{event.act}: {told}" if told else event.act
