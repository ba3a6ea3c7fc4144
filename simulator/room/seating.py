"""Sitting down, getting up, and sitting elsewhere: the lobby and what changes who sits where."""

from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from simulator.domain.duration import show_minutes
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value
from simulator.room import door
from simulator.room.door import LONGEST_NAME, SCREEN, enter, invitation, seated
from simulator.room.feed import NO_SEAT
from simulator.room.keys import LASTS, Pass, new_id, same_code
from simulator.room.lobby import LOBBY, again, lobby_pass, tell_lobby
from simulator.room.offered import with_talk
from simulator.room.pages import page, qr
from simulator.room.person import Person
from simulator.room.room import Room
from simulator.room.seats import AT_SCREEN, BESIDE, PLACES, SEATS, WATCHED, eyes

HERE = "here"
"""What a cookie vouches for that says who one is in a room, wherever one sits there: it opens no seat."""


async def lobby(request: Request) -> Response:
    """The seats of a room, for whoever has its code."""
    server = door.server(request)
    try:
        room = door.by_code(request, request.path_params["code"])
    except HTTPException as fault:
        return page("front", fault.status_code, wrong=fault.detail, home=home(request))
    shown = page(
        "lobby", room=room, seats=SEATS.values(), watched=WATCHED, scenario=room.outage.scenario,
        doctrine=room.outage.doctrine, minutes=show_minutes, qr=qr(invitation(request, room)),
        address=str(request.base_url), here=_here(request, room), titled=PLACES, with_talk=with_talk,
        again=again(room, _seated_in(request, str(room.origin.get("from", "")))[1]),
    )  # fmt: skip
    cookie = server.keys.sign(lobby_pass(room))
    shown.set_cookie(
        door.cookie(LOBBY),
        cookie,
        path=f"/j/{room.code}",
        httponly=True,
        samesite="lax",
        secure=server.secure,
    )
    return shown


async def lobby_socket(websocket: WebSocket) -> None:
    """Who sits where, as it changes."""
    server = door.server(websocket)
    shown = server.keys.read(websocket.cookies.get(door.cookie(LOBBY)))
    room = server.rooms.by_code(same_code(websocket.path_params["code"][:40])) if shown else None
    if room is None or shown != lobby_pass(room):
        await websocket.close(NO_SEAT)
        return
    await websocket.accept()
    await tell_lobby(websocket, room)


def _here(request: HTTPConnection, room: Room) -> Person | None:
    """Who sits in a room already by this browser; nobody when they never sat down here, or got up."""
    shown = door.server(request).keys.read(request.cookies.get(door.cookie(HERE)))
    who = room.people.get(shown.who) if shown and (shown.room, shown.seat) == (room.id, HERE) else None
    return who if who and who.seat else None


def looks_on(request: HTTPConnection) -> tuple[Room, Pass]:
    """The room and pass of whoever asks for a page; the big screen opens to all who sit in its room.

    They look at it and no more: nothing else opens by where one sits elsewhere.
    """
    try:
        return seated(request)
    except HTTPException:
        if request.path_params["seat"] != SCREEN:
            raise
        room, who = _seated_in(request, request.path_params["room"])
        if room is None or who is None:
            raise
        return room, Pass(room.id, f"{AT_SCREEN}{who.id}", SCREEN)


def _seated_in(request: HTTPConnection, name: str) -> tuple[Room | None, Person | None]:
    kept = door.server(request)
    shown = kept.keys.read(request.cookies.get(door.cookie(HERE)))
    room = kept.rooms.get(name) if shown and shown.room == name else None
    return room, _here(request, room) if room else None


class Home(Value):
    """The seat that somebody has by their browser, and the way back there."""

    room: str
    outage: str
    name: str
    seat: str
    to: str


def home(request: Request) -> Home | None:
    """The last seat that somebody took by this browser, if they have it still."""
    kept = door.server(request)
    shown = kept.keys.read(request.cookies.get(door.cookie(HERE)))
    room = kept.rooms.get(shown.room) if shown else None
    who = _here(request, room) if room else None
    if room is None or who is None:
        return None
    title = PLACES[who.seat].title if who.seat in PLACES else who.seat
    return Home(room.id, room.outage.scenario.title, who.name, title, f"/j/{room.code}/back")


def says(request: Request, fault: HTTPException) -> str:
    """Why a page is not shown, to somebody who may have a seat elsewhere in the same room."""
    mine, parts = home(request), request.url.path.strip("/").split("/")
    if fault.status_code not in (401, 404) or mine is None or parts[:2] != ["r", mine.room]:
        return str(fault.detail)
    if parts[2:3] == [FACILITATOR]:
        return "This is the facilitator's page."
    return "This is somebody else's seat." if parts[2:3] and parts[2] in PLACES else "Not Found"


async def back(request: Request) -> Response:
    """Go back to the seat that one has."""
    room = door.by_code(request, request.path_params["code"])
    here = _here(request, room)
    if here is None:
        return RedirectResponse(f"/j/{room.code}", 303)
    return enter(
        door.server(request),
        Pass(room.id, here.id, here.seat),
        RedirectResponse(door.place(room, here.seat), 303),
    )


async def join(request: Request) -> Response:
    """Take a seat."""
    server, body = door.server(request), await door.body(request)
    room = door.by_code(request, door.text(body, "code", 40))
    name, seat = door.text(body, "name", LONGEST_NAME), door.text(body, "seat", 40)
    if not name:
        raise HTTPException(400, "Say who you are.")
    here = _here(request, room)
    who = here.id if here and here.name == name else new_id()  # or they would sit in two places
    refused = room.sit(who, name, seat)
    if refused:
        raise HTTPException(409, refused)
    answer = enter(server, Pass(room.id, who, seat), JSONResponse({"to": door.place(room, seat)}))
    known = server.keys.sign(Pass(room.id, who, HERE))
    answer.set_cookie(
        door.cookie(HERE), known, httponly=True, samesite="lax", max_age=LASTS, secure=server.secure
    )
    return answer


def elsewhere(request: Request) -> Response | None:
    """The way to the seat where somebody sits now who comes with the pass of another one."""
    server = door.server(request)
    shown = server.keys.read(request.cookies.get(door.cookie(request.path_params["seat"])))
    if shown is None or shown.room != request.path_params["room"]:
        return None
    room = server.rooms.get(shown.room)
    if room is None or room.sits(shown.who, shown.seat):
        return None
    now = room.people.get(shown.who)
    if now is None or not now.seat:
        return None
    return enter(
        server, Pass(room.id, shown.who, now.seat), RedirectResponse(door.place(room, now.seat), 303)
    )


async def leave(request: Request) -> Response:
    """Get up."""
    room, shown = seated(request)
    room.leave(shown.who)
    response = JSONResponse({"to": f"/j/{room.code}"})
    response.delete_cookie(door.cookie(shown.seat), path=door.place(room, shown.seat))
    return response


async def nudge(request: Request) -> Response:
    """Say something to the seat that one sits beside, in private."""
    room, shown = seated(request)
    if not shown.seat.startswith(BESIDE):
        raise HTTPException(403, "Only who sits beside a seat can do that.")
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    text = door.text(await door.body(request), "text", 300)
    if not text:
        raise HTTPException(400, "Say something.")
    room.aside(shown.who, eyes(shown.seat), text)
    return JSONResponse({"status": "done"})


async def move(request: Request) -> Response:
    """Have somebody sit elsewhere."""
    room, shown = seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    body = await door.body(request)
    number = body.get("person")
    refused = room.move(number if isinstance(number, int) else 0, door.text(body, "seat", 40))
    return JSONResponse({"status": "refused" if refused else "done", "answer": refused})


SEATING: list[BaseRoute] = [
    Route("/j/{code}", lobby),
    Route("/j/{code}/back", back),
    WebSocketRoute("/j/{code}/ws", lobby_socket),
    Route("/join", join, methods=["POST"]),
    Route("/r/{room}/{seat}/nudge", nudge, methods=["POST"]),
    Route("/r/{room}/{seat}/move", move, methods=["POST"]),
    Route("/r/{room}/{seat}/leave", leave, methods=["POST"]),
]
