"""Beside the exercise: whoever sits somewhere takes back words that wait, or answers the facilitator."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from simulator.domain.seats import FACILITATOR
from simulator.room import door, waiting
from simulator.room.seats import PLACES, SEATS

MOST = 200
"""Words that may wait for one seat and be told apart."""


async def take_back(request: Request) -> Response:
    """Take back words that wait for a busy seat."""
    room, shown = door.seated(request)
    if shown.seat not in SEATS:
        raise HTTPException(403, "You watch from here; nothing of yours waits.")
    body = await door.body(request)
    text, place = door.text(body, "text"), door.whole(body, "place", MOST)
    refused = waiting.take_back(room, shown.who, shown.seat, text, place)
    return JSONResponse({"status": "refused" if refused else "done", "answer": refused})


async def aside(request: Request) -> Response:
    """Say something to the facilitator alone; whoever watches may do that too."""
    room, shown = door.seated(request)
    if shown.seat not in PLACES:
        raise HTTPException(403, "Only who sits somewhere can do that.")
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    text = door.text(await door.body(request), "text", 300)
    if not text:
        raise HTTPException(400, "Say something.")
    room.aside(shown.who, FACILITATOR, text)
    return JSONResponse({"status": "done"})


PRIVATELY: list[BaseRoute] = [
    Route("/r/{room}/{seat}/unsay", take_back, methods=["POST"]),
    Route("/r/{room}/{seat}/aside", aside, methods=["POST"]),
]
