"""The room's web application: pages and posts over HTTP, what happens over one socket for each seat."""

from asyncio import create_task
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import time

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket

from simulator.domain.duration import show_minutes
from simulator.domain.seats import FACILITATOR
from simulator.grammar import Completion, complete
from simulator.library import Library
from simulator.library.debriefing import written
from simulator.room import door
from simulator.room.after import kept
from simulator.room.after.routes import AFTERWARDS
from simulator.room.after.teams import name_of
from simulator.room.after.wayback import opened
from simulator.room.assess import Assessor
from simulator.room.audit import audit
from simulator.room.door import LONGEST_TEXT, SCREEN
from simulator.room.doubts import doubt
from simulator.room.feed import NO_SEAT, feed
from simulator.room.forms import forms, skips, words_of
from simulator.room.guard import Bucket, Guard
from simulator.room.keys import LASTS, Keys, Pass
from simulator.room.offered import SPEEDS, Offered, offer
from simulator.room.pages import HERE, page, qr
from simulator.room.privately import PRIVATELY
from simulator.room.replying import NOT_HERE, reply
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.room.seating import SEATING, elsewhere, home, looks_on, says
from simulator.room.seats import PLACES, SEATS, begin, eyes, speaks
from simulator.room.shelf import shelf
from simulator.room.store import Store, Unkept
from simulator.room.toall import LONGEST, TO_ALL, announce, typed
from simulator.room.upload import Uploads, examine
from simulator.room.words import paragraphs, wrong_in


def application(store: Store, library: Library, demo: str = "", secure: bool = False) -> Starlette:
    """The application over a store. With `demo`, a room of that outage is open in which programs play.

    `secure` when it is reached by TLS alone: cookies then go no other way.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        rooms = Rooms(store, library)
        rooms.restore()
        app.state.server = door.Server(rooms, Keys(store), Bucket(40, 20), Bucket(10, 0.2), secure, Uploads())
        app.state.assessor, app.state.offered = Assessor(), Offered(library.outages)
        if demo:
            _demonstrate(rooms, demo)
        resting = create_task(rooms.rest())
        yield
        resting.cancel()
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


async def front(request: Request) -> Response:
    """Where one types the code, or goes back to the seat one has."""
    return page("front", wrong="", home=home(request))


async def seat(request: Request) -> Response:
    """A seat's view; whoever was asked to sit elsewhere is shown there."""
    moved = elsewhere(request)
    if moved is not None:
        return moved
    room, shown = looks_on(request)
    view = {SCREEN: "screen", FACILITATOR: "facilitator"}.get(shown.seat, "seat")
    seat_ = PLACES.get(shown.seat)
    return page(
        view, room=room, scenario=room.outage.scenario, seat=shown.seat, doctrine=room.outage.doctrine,
        title=seat_.title if seat_ else shown.seat, about=seat_.about if seat_ else "",
        begin=begin(shown.seat),
        seats=SEATS.values(), speeds=SPEEDS, owner=room.keeps_time(shown.who, "") and not room.exercise.over,
        watches=eyes(shown.seat), speaks=speaks(shown.seat), person=room.people.get(shown.who),
        forms=forms(room.outage, shown.seat), address=str(request.base_url),
        qr=qr(door.invitation(request, room)), minutes=show_minutes, wall=time(),
        notes=paragraphs(room.outage.scenario.facilitator) if shown.seat == FACILITATOR else (),
    )  # fmt: skip


async def socket(websocket: WebSocket) -> None:
    """What happens, to one browser."""
    try:
        room, shown = looks_on(websocket)
    except HTTPException:
        await websocket.accept()  # or the browser is not told why
        await websocket.close(NO_SEAT)
        return
    after = websocket.query_params.get("after", "0")
    await websocket.accept()
    await feed(websocket, room, shown, int(after) if after.isdecimal() and len(after) < 9 else 0)


async def say(request: Request) -> Response:
    """Take a seat's words."""
    room, shown = door.seated(request)
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    if shown.seat == SCREEN or not speaks(shown.seat):
        raise HTTPException(403, "You watch from here; nobody on the call would hear you.")
    body = await door.body(request)
    text, key = door.text(body, "text"), door.text(body, "key", 64)
    if not text:
        raise HTTPException(400, "Say something.")
    room.presence.acts(shown.who)
    if skips(text) and not room.keeps_time(shown.who, shown.seat):
        return JSONResponse({"status": "refused", "answer": NOT_HERE, "until": room.now})
    kept_by = f"{shown.who} {key}" if key else None
    if shown.seat == FACILITATOR and (words := typed(room, text)):
        if len(words) > LONGEST:
            raise HTTPException(400, f"To everybody one says {LONGEST} characters at most.")
        announce(room, shown.who, words, key=kept_by)
        return JSONResponse({"status": "done", "answer": "", "until": room.now})
    asked = doubt(room, shown.seat, text) if body.get("ask") == "yes" else None
    if asked:
        return JSONResponse({"status": "doubt", "answer": asked["why"], "until": room.now, "ask": asked})
    receipt = room.say(shown.who, shown.seat, text, kept_by)
    return JSONResponse(reply(room, receipt, room.keeps_time(shown.who, shown.seat)))


async def offers(request: Request) -> Response:
    """What the words typed so far may go on with."""
    room, shown = door.seated(request)
    if not door.server(request).asks.takes(f"offers {shown.who}"):
        raise HTTPException(429, "Not so fast.")
    room.presence.acts(shown.who)
    text = request.query_params.get("text", "")[:LONGEST_TEXT]
    found = _complete(text, room, shown)[:40]
    return JSONResponse(
        [{"text": o.text, "start": o.start, "label": o.label, "meaning": o.meaning} for o in found]
    )


def _complete(text: str, room: Room, shown: Pass) -> tuple[Completion, ...]:
    """What it could go on with: only what that seat may say."""
    vocabulary, verbs = room.exercise.words_of(shown.seat)
    timed = room.keeps_time(shown.who, shown.seat)
    return complete(text, vocabulary, verbs if timed or shown.seat not in SEATS else words_of(shown.seat))


async def debrief_page(request: Request) -> Response:
    """How it went, once it is over: the page that `icsim review` writes."""
    room, shown = door.seated(request)
    door.open_to_read(door.server(request).rooms, room, shown.seat)
    after = f"{door.place(room, shown.seat)}/after"
    told = await run_in_threadpool(lambda: written(kept.report(room, shown.seat, shown.who), "html", after))
    return opened(told, after, talks=True)


async def recording(request: Request) -> Response:
    """The recording of an exercise that is over, to keep and to review elsewhere.

    It holds all words as they were said. Where some were another seat's alone, it is the facilitator's.
    """
    room, shown = door.seated(request)
    door.open_to_read(door.server(request).rooms, room, shown.seat)
    if not kept.reader(room, shown.seat, shown.who).reads_all:
        raise HTTPException(403, "It holds what was for others alone. Ask the facilitator for it.")
    room.mark("took", shown.who, {"what": "recording"})
    name = f"{room.outage.scenario.id}-{room.seed}.jsonl"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(room.exercise.recording.text(), media_type="application/jsonl", headers=headers)


async def act(request: Request) -> Response:
    """What the facilitator does with clock and room, and with the clock whoever opened it for themselves."""
    room, shown = door.seated(request)
    if not room.keeps_time(shown.who, shown.seat):
        raise HTTPException(403, "That is the facilitator's.")
    body = await door.body(request)
    deed, amount = door.text(body, "act", 20), body.get("amount", 0)
    if not isinstance(amount, int | float) or isinstance(amount, bool):
        raise HTTPException(400, "amount is a number.")
    match deed:
        case "pause":
            room.pause(shown.who)
        case "go":
            room.go(shown.who)
        case "speed" if amount in SPEEDS:
            room.run_at(shown.who, float(amount))
        case "skip" if 0 < amount <= 4 * 3600:
            room.skip(shown.who, int(amount))
        case "program" if shown.seat == FACILITATOR:
            room.let_play(shown.who, "by-the-book")
        case "no-program":
            room.let_play(shown.who, "")
        case _:
            raise HTTPException(400, f"{deed!r} is nothing that can be done here.")
    return JSONResponse({"status": "done"})


async def log(request: Request) -> Response:
    """Who did what, and when."""
    room, shown = door.seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    return page("log", room=room, rows=audit(room.record.events()))


async def upload_page(request: Request) -> Response:
    """Where a facilitator brings an outage along."""
    door.facilitates(request)
    return page("upload")


async def upload(request: Request) -> Response:
    """Check an outage, and have it at hand if it can be played."""
    door.facilitates(request)
    server, text = door.server(request), (await door.body(request)).get("text")
    if not isinstance(text, str) or wrong_in("".join(text.split())):
        raise HTTPException(400, "That is no text.")
    if not server.asks.takes("upload"):
        raise HTTPException(429, "Not so fast.")
    found = await run_in_threadpool(examine, text, server.rooms.library)
    name = server.uploads.take(found.outage) if found.outage else ""
    return JSONResponse({"outage": name, "problems": found.problems})


async def assessed(request: Request) -> Response:
    """How it really is and how it goes: for the facilitator's eyes alone."""
    room, shown = door.seated(request)
    if shown.seat != FACILITATOR:
        raise HTTPException(403, "That is the facilitator's.")
    return JSONResponse(await request.app.state.assessor.of(room))


async def host(request: Request) -> Response:
    """The link that the server printed: it becomes a cookie, and the key leaves the address."""
    server = door.server(request)
    whence = f"host {request.client.host if request.client else ''}"
    if not server.joins.has(whence) or not server.keys.opens(request.path_params["key"]):
        server.joins.takes(whence)
        raise HTTPException(404, "There is nothing here.")
    response = RedirectResponse("/host", 303)
    response.set_cookie(
        door.cookie("host"), server.keys.sign(door.HOST), path="/host", httponly=True, samesite="lax",
        max_age=LASTS, secure=server.secure,
    )  # fmt: skip
    return response


async def rooms(request: Request) -> Response:
    """All rooms, and a form for another one."""
    door.facilitates(request)
    server = door.server(request)
    offered, library = request.app.state.offered, server.rooms.library
    outages = await run_in_threadpool(offered.outages)
    return page(
        "rooms", rows=shelf(server.rooms, {each.scenario.id: each.scenario.title for each in outages}),
        outages=[{**offer(each.scenario), "process": each.doctrine.title} for each in outages],
        processes=await run_in_threadpool(offered.processes, library), speeds=SPEEDS,
    )  # fmt: skip


async def hide(request: Request) -> Response:
    """Put a room out of sight, or back."""
    door.facilitates(request)
    kept, told = door.server(request).rooms, await door.body(request)
    name, hidden = door.text(told, "room", 40), told.get("hidden")
    if name not in [card.id for card in kept.cards()] or not isinstance(hidden, bool):
        raise HTTPException(404, "There is no such room.")
    kept.hide(name, hidden)
    return JSONResponse({"status": "done"})


async def open_room(request: Request) -> Response:
    """Make a room."""
    door.facilitates(request)
    server, body = door.server(request), await door.body(request)
    seed = body.get("seed")
    outage = door.outage_of(server, body)
    speed = door.speed_of(body)
    room = server.rooms.open(outage, seed if type(seed) is int and 0 <= seed < 10**9 else None)
    door.begin_at(room, speed)
    return JSONResponse({"code": room.code, "id": room.id})


async def enter_as(request: Request) -> Response:
    """Go to a room as its facilitator, or to its big screen."""
    door.facilitates(request)
    server, as_ = door.server(request), request.path_params["seat"]
    room = server.rooms.get(request.path_params["room"])
    if room is None or as_ not in (FACILITATOR, SCREEN):
        raise HTTPException(404, "There is no such room.")
    room.mark("entered", as_, {"from": request.client.host if request.client else ""})
    return door.enter(server, Pass(room.id, as_, as_), RedirectResponse(door.place(room, as_), 303))


async def _fault(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    shown = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    if shown and isinstance(fault, door.NotYet):
        return page("soon", fault.status_code, fault=fault, called=name_of, home=home(request))
    if shown:
        return page("fault", fault.status_code, says=says(request, fault), home=home(request))
    return JSONResponse({"status": "refused", "answer": fault.detail}, fault.status_code)


async def _unkept(request: Request, fault: Exception) -> Response:
    told = "This could not be put on record, so it did not happen. Try again."
    return JSONResponse({"status": "refused", "answer": told}, 503)


_FAULTS = {HTTPException: _fault, Unkept: _unkept}

ROUTES = [
    *SEATING,
    Route("/", front),
    Route("/host", rooms),
    Route("/host/upload", upload_page),
    Route("/host/upload", upload, methods=["POST"]),
    Route("/host/open", open_room, methods=["POST"]),
    Route("/host/hide", hide, methods=["POST"]),
    Route("/host/enter/{room}/{seat}", enter_as),
    Route("/host/{key}", host),
    WebSocketRoute("/r/{room}/{seat}/ws", socket),
    Route("/r/{room}/{seat}", seat),
    Route("/r/{room}/{seat}/debrief", debrief_page),
    Route("/r/{room}/{seat}/recording", recording),
    Route("/r/{room}/{seat}/log", log),
    Route("/r/{room}/{seat}/say", say, methods=["POST"]),
    Route("/r/{room}/{seat}/offers", offers),
    Route("/r/{room}/{seat}/assessed", assessed),
    Route("/r/{room}/{seat}/act", act, methods=["POST"]),
    *PRIVATELY,
    *TO_ALL,
    *AFTERWARDS,
    Mount("/static", StaticFiles(directory=HERE / "static")),
]
