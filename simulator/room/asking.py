"""Who asks, and what for: the pass that a request shows, and what its body says."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from simulator.room.assess import Assessor
from simulator.room.guard import Bucket
from simulator.room.keys import Keys, Pass
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.room.seats import FACILITATOR

SCREEN = "screen"
LONGEST_NAME, LONGEST_TEXT = 40, 2000


@dataclass(frozen=True)
class Server:
    """What the routes need: the rooms, the keys, and how much anybody may ask."""

    rooms: Rooms
    keys: Keys
    asks: Bucket
    joins: Bucket
    assessor: Assessor


def server_of(request: HTTPConnection) -> Server:
    """The server that a request came to."""
    server: Server = request.app.state.server
    return server


def cookie_of(seat: str) -> str:
    """The name of the cookie that holds the pass of a place."""
    return f"icsim-{seat}"


def seated(request: HTTPConnection) -> tuple[Room, Pass]:
    """The room and pass of whoever asks; 401 without one that fits the address."""
    server, seat = server_of(request), request.path_params["seat"]
    room = server.rooms.get(request.path_params["room"])
    shown = server.keys.read(request.cookies.get(cookie_of(seat)))
    if room is None or shown is None or shown.room != room.id or shown.seat != seat:
        raise HTTPException(401, "You have no seat here. Join with the code.")
    if not room.sits(shown.who, seat):
        raise HTTPException(401, "You have left this seat. Join again with the code.")
    return room, shown


def facilitates(request: HTTPConnection) -> None:
    """Let only the facilitator through."""
    shown = server_of(request).keys.read(request.cookies.get(cookie_of("host")))
    if shown is None or shown.seat != FACILITATOR:
        raise HTTPException(401, "This is the facilitator's. Open the link that the server printed.")


async def read_body(request: Request) -> Mapping[str, Any]:
    """What was posted; 400 when it is not a JSON object."""
    try:
        told = await request.json()
    except ValueError:
        raise HTTPException(400, "That is no JSON.") from None
    if not isinstance(told, dict):
        raise HTTPException(400, "That is no JSON object.")
    return told


def text_of(body: Mapping[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    """A text that was posted, without the space around it; 400 when it is none or too long."""
    value = body.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise HTTPException(400, f"{name} is a text of {longest} characters at most.")
    return value.strip()


def place_of(room: Room, seat: str) -> str:
    """The address of a place's view."""
    return f"/r/{room.id}/{seat}"


def enter(server: Server, pass_: Pass, response: Response) -> Response:
    """A response that brings a pass along."""
    path = f"/r/{pass_.room}/{pass_.seat}"
    response.set_cookie(
        cookie_of(pass_.seat), server.keys.sign(pass_), path=path, httponly=True, samesite="lax",
        max_age=7 * 86400,
    )  # fmt: skip
    return response


def invitation(request: HTTPConnection, room: Room) -> str:
    """The address of a room's lobby."""
    return f"{request.base_url}j/{room.code}"
