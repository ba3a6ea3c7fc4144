"""The room's web application: pages and posts over HTTP, what happens over one socket for each seat."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from simulator.domain.duration import show_minutes
from simulator.grammar import complete
from simulator.library import Library
from simulator.library.debriefing import written
from simulator.room import door
from simulator.room.after import kept
from simulator.room.after.reading import SELF_CONTAINED
from simulator.room.after.routes import AFTERWARDS
from simulator.room.assess import Assessor
from simulator.room.door import LONGEST_TEXT, SCREEN, Server
from simulator.room.feed import NO_SEAT, feed
from simulator.room.forms import forms
from simulator.room.guard import Bucket, Guard
from simulator.room.keys import Keys, Pass
from simulator.room.pages import HERE, page, qr
from simulator.room.rooms import Rooms
from simulator.room.seating import SEATING, elsewhere
from simulator.room.seats import FACILITATOR, PLACES, SEATS, eyes, speaks
from simulator.room.store import Store

_server, _seated, _facilitates, _open_to_read = door.server, door.seated, door.facilitates, door.open_to_read
_cookie, _enter, _place, _body, _text = door.cookie, door.enter, door.place, door.body, door.text
_invitation = door.invitation
_SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0)


def application(store: Store, library: Library, demo: str = "") -> Starlette:
    """The application over a store. With `demo`, a room of that outage is open in which programs play."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms = Rooms(store, library)
        rooms.restore()
        app.state.server = Server(rooms, Keys(store), Bucket(40, 20), Bucket(10, 0.2))
        app.state.assessor = Assessor()
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
    room.let_play("by-the-book")
    room.run_at("", 10)
    room.go("")


async def front(request: Request) -> Response:
    """Where one types the code."""
    return page("front", wrong="")


async def seat(request: Request) -> Response:
    """A seat's view; whoever was asked to sit elsewhere is shown there."""
    moved = elsewhere(request)
    if moved is not None:
        return moved
    room, shown = _seated(request)
    view = {SCREEN: "screen", FACILITATOR: "facilitator"}.get(shown.seat, "seat")
    seat_ = PLACES.get(shown.seat)
    return page(
        view, room=room, scenario=room.outage.scenario, seat=shown.seat, doctrine=room.outage.doctrine,
        title=seat_.title if seat_ else shown.seat, seats=SEATS.values(), speeds=_SPEEDS,
        watches=eyes(shown.seat), speaks=speaks(shown.seat), person=room.people.get(shown.who),
        forms=forms(room.outage, shown.seat), address=str(request.base_url),
        qr=qr(_invitation(request, room)), minutes=show_minutes,
    )  # fmt: skip


async def socket(websocket: WebSocket) -> None:
    """What happens, to one browser."""
    try:
        room, shown = _seated(websocket)
    except HTTPException:
        await websocket.accept()  # or the browser is not told why
        await websocket.close(NO_SEAT)
        return
    after = websocket.query_params.get("after", "0")
    await websocket.accept()
    await feed(websocket, room, shown, int(after) if after.isdecimal() else 0)


async def say(request: Request) -> Response:
    """Take a seat's words."""
    room, shown = _seated(request)
    if not _server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    if not speaks(shown.seat):
        raise HTTPException(403, "You watch from here; nobody on the call would hear you.")
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
    found = complete(text, *room.exercise.words_of(shown.seat))[:40]
    return JSONResponse(
        [{"text": o.text, "start": o.start, "label": o.label, "meaning": o.meaning} for o in found]
    )


async def debrief_page(request: Request) -> Response:
    """How it went, once it is over: the page that `icsim review` writes."""
    room, _ = _seated(request)
    if not _open_to_read(_server(request).rooms, room):
        raise HTTPException(403, "The debrief opens when the exercise is over, for all who play it.")
    html = await run_in_threadpool(lambda: written(kept.report(room), "html"))
    return HTMLResponse(html, headers={"content-security-policy": SELF_CONTAINED})


async def recording(request: Request) -> Response:
    """The recording of an exercise that is over, to keep and to review elsewhere."""
    room, _ = _seated(request)
    if not _open_to_read(_server(request).rooms, room):
        raise HTTPException(403, "The recording can be had when the exercise is over, for all who play it.")
    name = f"{room.outage.scenario.id}-{room.seed}.jsonl"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(room.exercise.recording.text(), media_type="application/jsonl", headers=headers)


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
            room.let_play("by-the-book")
        case _:
            raise HTTPException(400, f"{deed!r} is nothing that can be done here.")
    return JSONResponse({"status": "done"})


async def assessed(request: Request) -> Response:
    """How it really is and how it goes: for the facilitator's eyes alone."""
    room, shown = _seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    return JSONResponse(await request.app.state.assessor.of(room))


async def host(request: Request) -> Response:
    """The link that the server printed: it becomes a cookie, and the key leaves the address."""
    server = _server(request)
    if not server.joins.takes("host") or not server.keys.opens(request.path_params["key"]):
        raise HTTPException(404, "There is nothing here.")
    response = RedirectResponse("/host", 303)
    cookie = server.keys.sign(Pass("", "host", FACILITATOR))
    response.set_cookie(_cookie("host"), cookie, path="/host", httponly=True, samesite="lax")
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


async def open_room(request: Request) -> Response:
    """Make a room."""
    _facilitates(request)
    server, body = _server(request), await _body(request)
    seed = body.get("seed")
    outage = door.outage_of(server, body)
    room = server.rooms.open(outage, seed if isinstance(seed, int) and 0 <= seed < 10**9 else None)
    return JSONResponse({"code": room.code, "id": room.id})


async def enter_as(request: Request) -> Response:
    """Go to a room as its facilitator, or to its big screen."""
    _facilitates(request)
    server, as_ = _server(request), request.path_params["seat"]
    room = server.rooms.get(request.path_params["room"])
    if room is None or as_ not in (FACILITATOR, SCREEN):
        raise HTTPException(404, "There is no such room.")
    return _enter(server, Pass(room.id, as_, as_), RedirectResponse(_place(room, as_), 303))


async def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if request.method == "GET" and "text/html" in request.headers.get("accept", ""):
        return page("fault", fault.status_code, says=fault.detail)
    return JSONResponse({"status": "refused", "answer": fault.detail}, fault.status_code)


_FAULTS = {HTTPException: _fault}

ROUTES = [
    *SEATING,
    Route("/", front),
    Route("/host", rooms),
    Route("/host/open", open_room, methods=["POST"]),
    Route("/host/enter/{room}/{seat}", enter_as),
    Route("/host/{key}", host),
    WebSocketRoute("/r/{room}/{seat}/ws", socket),
    Route("/r/{room}/{seat}", seat),
    Route("/r/{room}/{seat}/debrief", debrief_page),
    Route("/r/{room}/{seat}/recording", recording),
    Route("/r/{room}/{seat}/say", say, methods=["POST"]),
    Route("/r/{room}/{seat}/offers", offers),
    Route("/r/{room}/{seat}/assessed", assessed),
    Route("/r/{room}/{seat}/act", act, methods=["POST"]),
    *AFTERWARDS,
    Mount("/static", StaticFiles(directory=HERE / "static")),
]
