"""The talk after the end: whoever sat in the room may speak on every page; no part of the exercise."""

from collections.abc import Mapping
from time import monotonic
from typing import Any
from weakref import WeakKeyDictionary

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulator.domain.duration import show_clock
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.room import door
from simulator.room.after.notes import name_of
from simulator.room.event import Event
from simulator.room.keys import Pass
from simulator.room.room import Room
from simulator.room.seats import PLACES
from simulator.room.toall import PLACE, tell

LONGEST = 2000
GONE = 12.0
"""Real seconds of silence of a page after which its reader is nowhere: four of its asks (assumption)."""


class Message(Value):
    """One thing said after the end, numbered from 1; `when` is a second of the wall clock.

    The facilitator may lead to a `place` among the pages; who decides again says the code that `joins` them.
    """

    number: int
    who: str
    by: str
    text: str
    when: float
    place: str = ""
    joins: str = ""


_KNOWN: "WeakKeyDictionary[Room, tuple[int, tuple[Message, ...]]]" = WeakKeyDictionary()


def talk_of(room: Room) -> tuple[Message, ...]:
    """All that was said since the end, in order; read from the record when something has happened."""
    version, known = _KNOWN.get(room, (-1, ()))
    if version != room.version:
        said = (event for event in room.record.events() if _is_talk(event))
        known = tuple(_message(room, number, event) for number, event in enumerate(said, 1))
        _KNOWN[room] = room.version, known
    return known


def _is_talk(event: Event) -> bool:
    return event.act == "talked" or (event.act == "announced" and bool(event.body.get("over")))


def _message(room: Room, number: int, event: Event) -> Message:
    by = "" if event.act == "announced" else name_of(room, event.who)
    place, joins = (str(event.body.get(name, "")) for name in ("place", "joins"))
    return Message(number, event.who, by, str(event.body["text"]), event.when, place, joins)


def say_again(room: Room, who: str, at: int, code: str) -> None:
    """Let the others know that somebody decides again from a second, and how to be there."""
    room.keep(
        "talked", who, {"text": f"decides again from {show_clock(at)}, and all may join", "joins": code}
    )


_WHERE: "WeakKeyDictionary[Room, dict[str, tuple[str, float]]]" = WeakKeyDictionary()


def _looks(room: Room, who: str, page: str) -> None:
    _WHERE.setdefault(room, {})[who] = page, monotonic()


def _whereabouts(room: Room) -> Mapping[str, str]:
    """At which page everybody is who sat in the room, by name; `-` for who has none open."""
    now, looking = monotonic(), _WHERE.get(room, {})
    pages = {who: page for who, (page, since) in looking.items() if now - since < GONE}
    return {person.name: pages.get(person.id, "-") for person in room.people.values() if person.seat}


def as_text(made: tuple[Message, ...]) -> str:
    """All of it to keep, a line each."""
    return "".join(f"{each.by or 'The facilitator'}: {each.text}\n" for each in made)


def _there(request: Request) -> tuple[Room, Pass]:
    """Whoever sat in a room that is over."""
    room, shown = door.seated(request)
    if shown.seat not in (*PLACES, FACILITATOR):
        raise HTTPException(403, "Only who sits somewhere can do that.")
    if not room.exercise.over:
        raise HTTPException(403, "That is for afterwards. While it goes on, talk on the call.")
    return room, shown


async def talk(request: Request) -> Response:
    """What was said since a message; the facilitator is told besides who looks at which page."""
    room, shown = _there(request)
    after, page = request.query_params.get("after", "0"), request.query_params.get("at", "")
    if PLACE.fullmatch(page):
        _looks(room, shown.who, page)
    since = int(after) if after.isdecimal() and len(after) < 9 else 0
    told: dict[str, Any] = {"messages": [_told(each, shown.who) for each in talk_of(room)[since:]]}
    if shown.seat == FACILITATOR:
        for message in told["messages"]:
            message["enters"] = _desk(request, str(message["joins"]))
        told["where"] = _whereabouts(room)
    return JSONResponse(told)


def _desk(request: Request, code: str) -> str:
    """Where the facilitator looks into a room in which somebody decides again."""
    opened = door.server(request).rooms.by_code(code) if code else None
    return f"/host/enter/{opened.id}/{FACILITATOR}" if opened else ""


def _told(each: Message, who: str) -> dict[str, Any]:
    return {
        "n": each.number, "by": each.by, "text": each.text, "when": each.when, "place": each.place,
        "joins": each.joins, "mine": each.who == who,
    }  # fmt: skip


async def speak(request: Request) -> Response:
    """Say something to all who were there; the facilitator's words may lead them somewhere."""
    room, shown = _there(request)
    if shown.seat == FACILITATOR:
        return await tell(request)
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    body = await door.body(request)
    text, key = " ".join(door.lines(body, "text", LONGEST).split()), door.text(body, "key", 64)
    if not text:
        raise HTTPException(400, "Say something.")
    room.keep("talked", shown.who, {"text": text}, f"{shown.who} {key}" if key else None)
    return JSONResponse({"status": "done", "answer": ""})


TALK: list[BaseRoute] = [
    Route("/r/{room}/{seat}/talk", talk),
    Route("/r/{room}/{seat}/talk", speak, methods=["POST"]),
]
