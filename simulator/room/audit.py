"""Who did what in a room, and when by the wall clock: for the facilitator to read."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from simulator.domain.duration import show_clock
from simulator.room.event import Act, Event
from simulator.room.person import people_of
from simulator.room.seats import PLACES
from simulator.room.store import Body

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
    """What was done, in plain words."""
    return f"{PLAIN[event.act]}{_more(event.act, event.body)}"


PLAIN: Mapping[Act, str] = {
    "opened": "opened the room",
    "sat": "sat down",
    "left": "left the seat",
    "said": "said",
    "clock": "clock",
    "noted": "pinned a note",
    "whispered": "said in private",
    "committed": "wrote down a commitment",
    "shared": "link",
    "program": "had a program lead",
    "entered": "came in",
    "took": "took away",
    "unsaid": "took back before it was said",
    "announced": "said to everybody",
    "hidden": "put out of sight",
    "talked": "said afterwards",
}
"""Every kind of act as people say it."""


def _more(act: Act, body: Body) -> str:
    """What an act was about, after a colon where there is anything to say."""
    told = _about(act, body)
    return f": {told}" if told else ""


def _about(act: Act, body: Body) -> str:
    match act:
        case "said" | "unsaid":
            return f"{body['text']} ({_place(body['seat'])})"
        case "sat":
            return _place(body["seat"])
        case "clock" | "announced" | "program" | "hidden":
            return _beside(act, body)
        case "whispered":
            return f"{body['text']} (to the {_place(body['seat'])})"
        case "noted":
            return _note(body)
        case "committed":
            return _commitment(body)
        case "shared":
            return f"number {body['link']} was {'given out' if body['open'] else 'taken back'}"
        case _:
            return _origin(body) if act == "opened" else _rest(body)


def _rest(body: Body) -> str:
    return " ".join(f"from {value}" if name == "from" else str(value) for name, value in body.items())


def _commitment(body: Body) -> str:
    if "withdraws" in body:
        return f"took back number {body['withdraws']}"
    anew = f"instead of number {body['replaces']}: " if "replaces" in body else ""
    return f"{anew}when {body['when']}, I will {body['will']} ({body['owner']}, by {body['by']})"


def _beside(act: Act, body: Body) -> str:
    """What a facilitator did beside the exercise."""
    match act:
        case "clock":
            return _clock(body)
        case "hidden":
            return "" if body["hidden"] else "no longer"
        case _:
            return str(body["text"]) if act == "announced" else str(body["player"]) or "no longer"


def _clock(body: Body) -> str:
    if "from" in body:
        return f"skipped from {show_clock(int(body['from']))} to {show_clock(int(body['to']))}"
    return "paused" if body["stopped"] else f"runs at {body['speed']:g}x"


def _place(seat: object) -> str:
    place = PLACES.get(str(seat))
    return place.title if place else str(seat)


def _note(body: Body) -> str:
    """A note on a line of the record, or that an earlier one was taken back."""
    if "withdraws" in body:
        return f"took back note {body['withdraws']}"
    rated = f"{body['rating']} of 5" if body["rating"] else ""
    anew = f"instead of note {body['replaces']}" if "replaces" in body else ""
    parts = (str(body["text"]), rated, str(body["competence"]), _place(body.get("role", "")), anew)
    return f"{', '.join(part for part in parts if part)} (at line {body['entry']} of the record)"


def _origin(body: Body) -> str:
    if "team" in body:
        return f"for the team {body['team']}"
    return str(body.get("name", ""))
