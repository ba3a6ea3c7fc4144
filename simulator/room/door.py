"""Who may come in: the cookie of a seat, the facilitator's, and when what was hidden may be read."""

from collections.abc import Container, Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.library import Outage, Unusable
from simulator.room.guard import Bucket
from simulator.room.keys import LASTS, Keys, Pass, same_code
from simulator.room.offered import SPEEDS
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.room.upload import Uploads
from simulator.room.words import wrong_in

SCREEN = "screen"
HOST = Pass("", "host", FACILITATOR)
"""The pass of whoever came by the link that the server printed."""
LONGEST_NAME, LONGEST_TEXT = 40, 2000


class Server(Value):
    """What the routes need: the rooms, the keys, and how much anybody may ask."""

    rooms: Rooms
    keys: Keys
    asks: Bucket
    joins: Bucket
    secure: bool
    uploads: Uploads


def server(request: HTTPConnection) -> Server:
    """What the application keeps."""
    kept: Server = request.app.state.server
    return kept


def cookie(seat: str) -> str:
    """The name of a seat's cookie."""
    return f"icsim-{seat}"


def seated(request: HTTPConnection) -> tuple[Room, Pass]:
    """The room and pass of whoever asks; 401 without one that fits the address."""
    kept, seat = server(request), request.path_params["seat"]
    shown = kept.keys.read(request.cookies.get(cookie(seat)))
    if shown is None or shown.room != request.path_params["room"] or shown.seat != seat:
        raise HTTPException(401, "You have no seat here. Join with the code.")
    room = kept.rooms.get(shown.room)  # not before: for whoever has no seat no room is opened
    if room is None:
        raise HTTPException(401, "You have no seat here. Join with the code.")
    if not room.sits(shown.who, seat):
        raise HTTPException(401, "You have left this seat. Join again with the code.")
    return room, shown


def facilitates(request: HTTPConnection) -> None:
    """Refuse whoever did not come by the facilitator's link."""
    shown = server(request).keys.read(request.cookies.get(cookie("host")))
    if shown != HOST:  # the facilitator of one room is not yet host of all
        raise HTTPException(401, "This is the facilitator's. Open the link that the server printed.")


async def body(request: Request) -> Mapping[str, Any]:
    """The JSON object that was sent."""
    try:
        told = await request.json()
    except (ValueError, RecursionError):
        raise HTTPException(400, "That is no JSON.") from None
    if not isinstance(told, dict):
        raise HTTPException(400, "That is no JSON object.")
    return told


def text(told: Mapping[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    """A text of one line of what was sent, empty when it is missing."""
    return _shown(told, name, longest, ())


def lines(told: Mapping[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    """A text of what was sent that may have several lines, empty when it is missing."""
    return _shown(told, name, longest, "\n")


def _shown(told: Mapping[str, Any], name: str, longest: int, but: Container[str]) -> str:
    value = told.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise HTTPException(400, f"{name} is a text of {longest} characters at most.")
    wrong = wrong_in("".join(sign for sign in value.strip() if sign not in but))
    if wrong:
        raise HTTPException(400, f"{name} holds {wrong}.")
    return value.strip()


def whole(told: Mapping[str, Any], name: str, most: int) -> int:
    """A whole number of what was sent, 0 when it is missing."""
    value = told.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise HTTPException(400, f"{name} is a whole number from 0 to {most}.")
    return value


def outage_of(kept: Server, told: Mapping[str, Any]) -> Outage:
    """The outage that was named, brought along or of the library; no file is ever opened for a name."""
    shelf, name, doctrine = kept.rooms.library, text(told, "outage", 100), text(told, "doctrine", 100)
    brought = kept.uploads.get(name)
    if brought and not doctrine:
        return brought
    if name not in shelf.ids("scenario") or doctrine not in ("", *shelf.ids("doctrine")):
        raise HTTPException(400, "There is no such outage or process in the library.")
    try:
        return shelf.outage(name, doctrine or None)
    except Unusable as why:
        raise HTTPException(400, str(why)) from None


def speed_of(told: Mapping[str, Any]) -> float:
    """How fast a room that is opened is to run."""
    speed = told.get("speed", 1)
    if isinstance(speed, bool) or speed not in SPEEDS:
        raise HTTPException(400, "speed is one of those that are offered.")
    return float(speed)


def begin_at(room: Room, speed: float) -> None:
    """Have the clock of a new room run at a speed once it is started."""
    if speed != 1:
        room.run_at(FACILITATOR, speed)


def by_code(request: HTTPConnection, code: str) -> Room:
    """The room of a code. Only wrong ones count as tries: a whole team may come from one address."""
    kept, whence = server(request), request.client.host if request.client else ""
    if not kept.joins.has(whence):
        raise HTTPException(429, "Too many wrong codes. Wait a minute.")
    room = kept.rooms.by_code(same_code(code[:40]))
    if room is None:
        kept.joins.takes(whence)
        raise HTTPException(404, "There is no room with this code.")
    return room


def place(room: Room, seat: str) -> str:
    """The address of a seat."""
    return f"/r/{room.id}/{seat}"


def invitation(request: HTTPConnection, room: Room) -> str:
    """The address of a room's lobby."""
    return f"{request.base_url}j/{room.code}"


def enter(kept: Server, pass_: Pass, response: Response) -> Response:
    """An answer that lets somebody in, with the cookie of their seat."""
    path = f"/r/{pass_.room}/{pass_.seat}"
    response.set_cookie(
        cookie(pass_.seat), kept.keys.sign(pass_), path=path, httponly=True, samesite="lax",
        max_age=LASTS, secure=kept.secure,
    )  # fmt: skip
    return response


class NotYet(HTTPException):
    """What is asked for opens when all are over: the room itself, and `others` that play the same."""

    def __init__(self, room: Room, playing: tuple[Room, ...], facilitates: bool) -> None:
        super().__init__(403, "This opens when the exercise is over, for all who play it.")
        self.itself = room in playing
        self.others = tuple(each for each in playing if each is not room)
        self.facilitates = facilitates


def open_to_read(rooms: Rooms, room: Room, seat: str = "") -> None:
    """Refuse, while somebody who plays the same outage with the same luck could learn what is wrong."""
    playing = rooms.playing(room)
    if playing:
        raise NotYet(room, playing, seat == FACILITATOR)
