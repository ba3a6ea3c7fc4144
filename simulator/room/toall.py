"""The facilitator's own voice: a word to everybody, before, during and after; no part of the exercise."""

import re
from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulator.domain.command import Say
from simulator.domain.seats import FACILITATOR
from simulator.room import door
from simulator.room.asides import among, standing_among
from simulator.room.event import Event
from simulator.room.room import Room
from simulator.room.store import Body

LONGEST = 600
PLACE = re.compile(r"(guide/\d{1,2}(#step-\d{1,2})?|replay\?at=\d{1,8}|debrief)?")
"""Where among the pages of afterwards everybody may be led."""


def announce(room: Room, who: str, text: str, place: str = "", key: str | None = None) -> None:
    """Say something to everybody in the facilitator's name; `place` is a page of afterwards to look at."""
    body: Body = {"text": text, "place": place, "over": room.exercise.over}
    if not room.keep("announced", who, body, key):
        return
    room.announced.append(among(room, Event(0, room.now, "announced", who, body)))


def typed(room: Room, text: str) -> str:
    """The words to everybody that a facilitator typed at their desk; empty for all that is a command."""
    meant = room.exercise.meaning(FACILITATOR, text)
    return meant.text if isinstance(meant, Say) else ""


def told_to_all(room: Room, seat: str) -> list[Mapping[str, Any]]:
    """What was said to everybody, in order, as a seat is told it; `over` is what was said after the end."""
    return [
        {"n": number, **each.body, **standing_among(room, seat, each)}
        for number, each in enumerate(room.announced, 1)
    ]


async def tell(request: Request) -> Response:
    """Say something to everybody, and lead them to a page of afterwards, if one is named."""
    room, shown = door.seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    body = await door.body(request)
    text, place = door.text(body, "text", LONGEST), door.text(body, "place", 40)
    if not text:
        raise HTTPException(400, "Say something.")
    if not PLACE.fullmatch(place) or (place and not room.exercise.over):
        raise HTTPException(400, f"{place!r} is no page that all could look at now.")
    announce(room, shown.who, text, place)
    return JSONResponse({"status": "done", "answer": ""})


TO_ALL: list[BaseRoute] = [
    Route("/r/{room}/{seat}/tell", tell, methods=["POST"]),
]
