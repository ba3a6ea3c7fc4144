"""The room's web application: pages and posts over HTTP, what happens over one socket for each seat."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from simulator.domain.duration import show_minutes
from simulator.grammar import complete
from simulator.library import Library, Outage, Unusable
from simulator.library.debriefing import debrief, written
from simulator.room.audit import audit
from simulator.room.feed import feed
from simulator.room.forms import forms
from simulator.room.guard import Bucket, Guard
from simulator.room.keys import LASTS, Keys, Pass, new_id, same_code
from simulator.room.pages import HERE, page, qr
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.room.seats import FACILITATOR, SEATS
from simulator.room.store import Store, Unkept
from simulator.room.upload import Uploads, examine
from simulator.room.words import wrong_in

SCREEN = "screen"
HOST = Pass("", "host", FACILITATOR)
"""The pass of whoever came by the link that the server printed."""
LONGEST_NAME, LONGEST_TEXT = 40, 2000
SELF_CONTAINED = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"
"""What a page is held to that brings its own styles along and runs nothing."""
_SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)


@dataclass(frozen=True)
class Server:
    """What the routes need: the rooms, the keys, and how much anybody may ask."""

    rooms: Rooms
    keys: Keys
    asks: Bucket
    joins: Bucket
    secure: bool
    uploads: Uploads


def application(store: Store, library: Library, demo: str = "", secure: bool = False) -> Starlette:
    """The application over a store. With `demo`, a room of that outage is open in which programs play.

    `secure` when it is reached by TLS alone: cookies then go no other way.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms = Rooms(store, library)
        rooms.restore()
        app.state.server = Server(rooms, Keys(store), Bucket(40, 20), Bucket(10, 0.2), secure, Uploads())
        if demo:
            _demonstrate(rooms, demo)
        yield
        rooms.close()
        store.close()

    return Starlette(
        routes=ROUTES, middleware=[Middleware(Guard)], lifespan=lifespan, exception_handlers=_FAULTS
    )


def _demonstrate(rooms: Rooms, outage: str) -> None:
    room = rooms.open(rooms.library.outage(outage))
    room.let_play("", "by-the-book")
    room.run_at("", 10)
    room.go("")


def _server(request: HTTPConnection) -> Server:
    server: Server = request.app.state.server
    return server


def _cookie(seat: str) -> str:
    return f"icsim-{seat}"


def _seated(request: HTTPConnection) -> tuple[Room, Pass]:
    """The room and pass of whoever asks; 401 without one that fits the address."""
    server, seat = _server(request), request.path_params["seat"]
    shown = server.keys.read(request.cookies.get(_cookie(seat)))
    if shown is None or shown.room != request.path_params["room"] or shown.seat != seat:
        raise HTTPException(401, "You have no seat here. Join with the code.")
    room = server.rooms.get(shown.room)  # not before: for whoever has no seat no room is opened
    if room is None:
        raise HTTPException(401, "You have no seat here. Join with the code.")
    if not room.seats(shown.who, seat):
        raise HTTPException(401, "You have left this seat. Join again with the code.")
    return room, shown


def _facilitates(request: HTTPConnection) -> None:
    shown = _server(request).keys.read(request.cookies.get(_cookie("host")))
    if shown != HOST:  # the facilitator of one room is not yet host of all
        raise HTTPException(401, "This is the facilitator's. Open the link that the server printed.")


async def _body(request: Request) -> Mapping[str, Any]:
    try:
        told = await request.json()
    except (ValueError, RecursionError):
        raise HTTPException(400, "That is no JSON.") from None
    if not isinstance(told, dict):
        raise HTTPException(400, "That is no JSON object.")
    return told


def _text(body: Mapping[str, Any], name: str, longest: int = LONGEST_TEXT) -> str:
    value = body.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise HTTPException(400, f"{name} is a text of {longest} characters at most.")
    wrong = wrong_in(value.strip())
    if wrong:
        raise HTTPException(400, f"{name} holds {wrong}.")
    return value.strip()


async def front(request: Request) -> Response:
    """Where one types the code."""
    return page("front", wrong="")


async def lobby(request: Request) -> Response:
    """The seats of a room, for whoever has its code."""
    try:
        room = _by_code(request, request.path_params["code"])
    except HTTPException as fault:
        return page("front", fault.status_code, wrong=fault.detail)
    return page("lobby", room=room, seats=SEATS.values(), scenario=room.outage.scenario)


def _by_code(request: Request, code: str) -> Room:
    """The room of a code. Wrong ones are counted by where they come from, so that nobody tries them all."""
    server, whence = _server(request), request.client.host if request.client else ""
    if not server.joins.has(whence):
        raise HTTPException(429, "Too many wrong codes. Wait a minute.")
    room = server.rooms.by_code(same_code(code[:40]))
    if room is None:
        server.joins.takes(whence)
        raise HTTPException(404, "There is no room with this code.")
    return room


async def join(request: Request) -> Response:
    """Take a seat."""
    server, body = _server(request), await _body(request)
    room = _by_code(request, _text(body, "code", 40))
    name, seat = _text(body, "name", LONGEST_NAME), _text(body, "seat", 40)
    if not name:
        raise HTTPException(400, "Say who you are.")
    who = new_id()
    refused = room.sit(who, name, seat)
    if refused:
        raise HTTPException(409, refused)
    return _enter(server, Pass(room.id, who, seat), JSONResponse({"to": _place(room, seat)}))


def _place(room: Room, seat: str) -> str:
    return f"/r/{room.id}/{seat}"


def _enter(server: Server, pass_: Pass, response: Response) -> Response:
    path = f"/r/{pass_.room}/{pass_.seat}"
    response.set_cookie(
        _cookie(pass_.seat), server.keys.sign(pass_), path=path, httponly=True, samesite="lax",
        max_age=LASTS, secure=server.secure,
    )  # fmt: skip
    return response


async def seat(request: Request) -> Response:
    """A seat's view."""
    room, shown = _seated(request)
    view = {SCREEN: "screen", FACILITATOR: "facilitator"}.get(shown.seat, "seat")
    seat_ = SEATS.get(shown.seat)
    return page(
        view, room=room, scenario=room.outage.scenario, seat=shown.seat, doctrine=room.outage.doctrine,
        title=seat_.title if seat_ else shown.seat, seats=SEATS.values(), speeds=_SPEEDS,
        forms=forms(room.outage), address=str(request.base_url), qr=qr(_invitation(request, room)),
        minutes=show_minutes,
    )  # fmt: skip


def _invitation(request: HTTPConnection, room: Room) -> str:
    return f"{request.base_url}j/{room.code}"


async def socket(websocket: WebSocket) -> None:
    """What happens, to one browser."""
    try:
        room, shown = _seated(websocket)
    except HTTPException:
        await websocket.close(4401)
        return
    after = websocket.query_params.get("after", "0")
    await websocket.accept()
    await feed(websocket, room, shown, int(after) if after.isdecimal() and len(after) < 9 else 0)


async def say(request: Request) -> Response:
    """Take a seat's words."""
    room, shown = _seated(request)
    if not _server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    body = await _body(request)
    text, key = _text(body, "text"), _text(body, "key", 64)
    if not text:
        raise HTTPException(400, "Say something.")
    receipt = room.say(shown.who, shown.seat, text, f"{shown.who} {key}" if key else None)
    if receipt is None:
        return JSONResponse({"status": "done", "answer": "", "until": room.now})
    return JSONResponse({"status": receipt.status, "answer": receipt.answer, "until": receipt.until})


async def offers(request: Request) -> Response:
    """What the words typed so far may go on with."""
    room, shown = _seated(request)
    if not _server(request).asks.takes(f"offers {shown.who}"):
        raise HTTPException(429, "Not so fast.")
    text = request.query_params.get("text", "")[:LONGEST_TEXT]
    found = complete(text, room.exercise.vocabulary)[:40]
    return JSONResponse(
        [{"text": o.text, "start": o.start, "label": o.label, "meaning": o.meaning} for o in found]
    )


async def debrief_page(request: Request) -> Response:
    """How it went, once it is over: the page that `icsim review` writes."""
    room, _ = _seated(request)
    if not _open_to_read(_server(request).rooms, room):
        raise HTTPException(403, "The debrief opens when the exercise is over, for all who play it.")
    html = await run_in_threadpool(lambda: written(debrief(room.exercise.recording, room.outage), "html"))
    return HTMLResponse(html, headers={"content-security-policy": SELF_CONTAINED})


def _open_to_read(rooms: Rooms, room: Room) -> bool:
    """Whether nobody who plays the same outage with the same luck could learn from it what is wrong."""
    return rooms.all_over(room.outage.scenario.id, room.seed)


async def recording(request: Request) -> Response:
    """The recording of an exercise that is over, to keep and to review elsewhere."""
    room, shown = _seated(request)
    if not _open_to_read(_server(request).rooms, room):
        raise HTTPException(403, "The recording can be had when the exercise is over, for all who play it.")
    room.mark("took", shown.who, {"what": "recording"})
    name = f"{room.outage.scenario.id}-{room.seed}.jsonl"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(room.exercise.recording.text(), media_type="application/jsonl", headers=headers)


async def leave(request: Request) -> Response:
    """Get up."""
    room, shown = _seated(request)
    room.leave(shown.who)
    response = JSONResponse({"to": f"/j/{room.code}"})
    response.delete_cookie(_cookie(shown.seat), path=_place(room, shown.seat))
    return response


async def act(request: Request) -> Response:
    """What the facilitator does with the clock and the room."""
    room, shown = _seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    body = await _body(request)
    deed, amount = _text(body, "act", 20), body.get("amount", 0)
    if not isinstance(amount, int | float) or isinstance(amount, bool):
        raise HTTPException(400, "amount is a number.")
    match deed:
        case "pause":
            room.pause(shown.who)
        case "go":
            room.go(shown.who)
        case "speed" if amount in _SPEEDS:
            room.run_at(shown.who, float(amount))
        case "skip" if 0 < amount <= 4 * 3600:
            room.skip(shown.who, int(amount))
        case "program":
            room.let_play(shown.who, "by-the-book")
        case _:
            raise HTTPException(400, f"{deed!r} is nothing that can be done here.")
    return JSONResponse({"status": "done"})


async def log(request: Request) -> Response:
    """Who did what, and when."""
    room, shown = _seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    return page("log", room=room, rows=audit(room.log()))


async def upload_page(request: Request) -> Response:
    """Where a facilitator brings an outage along."""
    _facilitates(request)
    return page("upload")


async def upload(request: Request) -> Response:
    """Check an outage, and have it at hand if it can be played."""
    _facilitates(request)
    server, text = _server(request), (await _body(request)).get("text")
    if not isinstance(text, str) or wrong_in("".join(text.split())):
        raise HTTPException(400, "That is no text.")
    if not server.asks.takes("upload"):
        raise HTTPException(429, "Not so fast.")
    found = await run_in_threadpool(examine, text, server.rooms.library)
    name = server.uploads.take(found.outage) if found.outage else ""
    return JSONResponse({"outage": name, "problems": found.problems})


async def host(request: Request) -> Response:
    """The link that the server printed: it becomes a cookie, and the key leaves the address."""
    server = _server(request)
    whence = f"host {request.client.host if request.client else ''}"
    if not server.joins.has(whence) or not server.keys.opens(request.path_params["key"]):
        server.joins.takes(whence)
        raise HTTPException(404, "There is nothing here.")
    response = RedirectResponse("/host", 303)
    cookie = server.keys.sign(HOST)
    response.set_cookie(
        _cookie("host"),
        cookie,
        path="/host",
        httponly=True,
        samesite="lax",
        max_age=LASTS,
        secure=server.secure,
    )
    return response


async def rooms(request: Request) -> Response:
    """All rooms, and a form for another one."""
    _facilitates(request)
    server = _server(request)
    outages = server.rooms.library.outages()
    return page(
        "rooms", rooms=list(server.rooms), outages=outages, minutes=show_minutes,
        doctrines=server.rooms.library.ids("doctrine"),
    )  # fmt: skip


def _chosen(server: Server, outage: str, doctrine: str) -> Outage:
    """An outage that is offered: a name may not lead to a file of the server."""
    library, brought = server.rooms.library, server.uploads.get(outage)
    if brought and not doctrine:
        return brought
    if outage not in library.ids("scenario") or (doctrine and doctrine not in library.ids("doctrine")):
        raise Unusable("There is no such outage, or no such incident process.")
    return library.outage(outage, doctrine or None)


async def open_room(request: Request) -> Response:
    """Make a room."""
    _facilitates(request)
    server, body = _server(request), await _body(request)
    seed = body.get("seed")
    try:
        outage = _chosen(server, _text(body, "outage", 100), _text(body, "doctrine", 100))
    except Unusable as why:
        raise HTTPException(400, str(why)) from None
    room = server.rooms.open(outage, seed if type(seed) is int and 0 <= seed < 10**9 else None)
    return JSONResponse({"code": room.code, "id": room.id})


async def enter_as(request: Request) -> Response:
    """Go to a room as its facilitator, or to its big screen."""
    _facilitates(request)
    server, as_ = _server(request), request.path_params["seat"]
    room = server.rooms.get(request.path_params["room"])
    if room is None or as_ not in (FACILITATOR, SCREEN):
        raise HTTPException(404, "There is no such room.")
    room.mark("entered", as_, {"from": request.client.host if request.client else ""})
    return _enter(server, Pass(room.id, as_, as_), RedirectResponse(_place(room, as_), 303))


async def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return page("fault", fault.status_code, says=fault.detail)
    return JSONResponse({"status": "refused", "answer": fault.detail}, fault.status_code)


async def _unkept(request: Request, fault: Exception) -> Response:
    told = "This could not be put on record, so it did not happen. Try again."
    return JSONResponse({"status": "refused", "answer": told}, 503)


_FAULTS = {HTTPException: _fault, Unkept: _unkept}

ROUTES = [
    Route("/", front),
    Route("/j/{code}", lobby),
    Route("/join", join, methods=["POST"]),
    Route("/host", rooms),
    Route("/host/upload", upload_page),
    Route("/host/upload", upload, methods=["POST"]),
    Route("/host/open", open_room, methods=["POST"]),
    Route("/host/enter/{room}/{seat}", enter_as),
    Route("/host/{key}", host),
    WebSocketRoute("/r/{room}/{seat}/ws", socket),
    Route("/r/{room}/{seat}", seat),
    Route("/r/{room}/{seat}/debrief", debrief_page),
    Route("/r/{room}/{seat}/recording", recording),
    Route("/r/{room}/{seat}/log", log),
    Route("/r/{room}/{seat}/say", say, methods=["POST"]),
    Route("/r/{room}/{seat}/offers", offers),
    Route("/r/{room}/{seat}/act", act, methods=["POST"]),
    Route("/r/{room}/{seat}/leave", leave, methods=["POST"]),
    Mount("/static", StaticFiles(directory=HERE / "static")),
]
