"""What can be done beside reading: pin a note, decide again, commit to something, give out a link."""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.domain.doctrine import AXES
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.room import door
from simulator.room.after import again, commitments, kept, notes, teams
from simulator.room.after.bundle import bundle
from simulator.room.after.reading import Reader, reader
from simulator.room.after.sharing import Links
from simulator.room.after.talk import say_again
from simulator.room.keys import Pass, new_id
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.room.seats import SEATS

RETRIES = 12
"""Rooms that may be opened from one that is over: each is an exercise that goes on (assumption)."""
MOST_LINES = 10**7


async def note(request: Request) -> Response:
    """Pin a note to a line, or take one back; while it goes on, and afterwards."""
    room, shown = door.seated(request)
    _watches(shown)
    if not door.server(request).asks.takes(shown.who):
        raise HTTPException(429, "Not so fast.")
    room.presence.acts(shown.who)
    told = await door.body(request)
    withdrawn, edited = (door.whole(told, name, MOST_LINES) for name in ("withdraw", "edit"))
    if withdrawn:
        notes.withdraw(room, shown.who, withdrawn)
        return JSONResponse({"status": "done"})
    said = notes.Words(
        door.lines(told, "text", notes.LONGEST),
        door.whole(told, "rating", notes.BEST),
        door.text(told, "competence", 60),
        door.text(told, "role", 40),
    )
    if edited:
        notes.edit(room, shown.who, edited, said)
    else:
        notes.pin(room, shown.seat, shown.who, door.whole(told, "line", MOST_LINES), said)
    return JSONResponse({"status": "done"})


async def noted(request: Request) -> Response:
    """The notes so far, and what they may be about."""
    room, shown = door.seated(request)
    _watches(shown)
    told = notes.shown(room, shown.seat, shown.who)
    return JSONResponse(
        {"notes": told, "topics": AXES, "roles": {seat.id: seat.title for seat in SEATS.values()}}
    )


def _watches(shown: Pass) -> None:
    if shown.seat not in notes.WATCHERS:
        raise HTTPException(403, "Notes are for observers and the facilitator.")


async def retry(request: Request) -> Response:
    """A new room that starts a moment before a decision, or at any second."""
    by, told = reader(request), await door.body(request)
    server = door.server(request)
    _may_open(server.rooms, by)
    number, at = door.whole(told, "moment", 99), door.whole(told, "at", again.LONGEST)
    if number:
        at = await _second_of(by.room, number)
    if at >= by.room.now:
        raise HTTPException(400, "It was over by then. Choose an earlier second.")
    exercise = await run_in_threadpool(again.reentered, by.room, at)
    who = FACILITATOR if by.facilitates else new_id()
    origin = again.origin_of(by.room, at, number, "" if by.facilitates else who)
    before = by.room.record.events()
    opened = server.rooms.adopt(by.room.outage, exercise, origin, before)
    say_again(by.room, by.who, at, opened.code)
    return _enter(request, by, opened, who)


def _may_open(rooms: Rooms, by: Reader) -> None:
    if not by.seat:
        raise HTTPException(403, "A link is for reading.")
    opened = [each for each in rooms.opened_for("from", by.room.id) if not each.exercise.over]
    if len(opened) >= RETRIES:
        raise HTTPException(409, "Enough rooms were opened from here. End one of them first.")


async def _second_of(room: Room, number: int) -> int:
    moments = await run_in_threadpool(kept.worst, room)
    found = next((each for each in moments if each.number == number), None)
    if found is None:
        raise HTTPException(404, "There is no such moment.")
    return found.at


def _enter(request: Request, by: Reader, opened: Room, who: str) -> Response:
    """Who opened it goes there: the facilitator as such, anybody else to lead. Its clock stands."""
    server = door.server(request)
    shown = Pass(opened.id, who, FACILITATOR if by.facilitates else COMMANDER)
    if not by.facilitates:
        opened.sit(who, notes.name_of(by.room, by.who), COMMANDER)
    told = {"to": door.place(opened, shown.seat), "code": opened.code}
    return door.enter(server, shown, JSONResponse(told))


async def promise(request: Request) -> Response:
    """Write a commitment down, anew in its place, or take it back."""
    by, told = reader(request), await door.body(request)
    if not by.seat:
        raise HTTPException(403, "A link is for reading.")
    if not door.server(request).asks.takes(by.who):
        raise HTTPException(429, "Not so fast.")
    corrects, withdraws = (door.whole(told, name, MOST_LINES) for name in ("correct", "withdraw"))
    if withdraws:
        commitments.take_back(by.room, by.seat, by.who, withdraws)
        return JSONResponse({"status": "done"})
    said = {name: door.lines(told, name, commitments.LONGEST) for name in ("when", "will", "owner", "by")}
    if corrects:
        commitments.correct(by.room, by.seat, by.who, corrects, said)
    else:
        key = door.text(told, "key", 64)
        commitments.commit(by.room, by.who, said, f"{by.who} {key}" if key else None)
    return JSONResponse({"status": "done"})


def _leads(request: Request) -> Reader:
    by = reader(request)
    if not by.facilitates:
        raise HTTPException(403, "That is the facilitator's.")
    return by


async def share(request: Request) -> Response:
    """Give out a link to read by, or take one back."""
    by, told = _leads(request), await door.body(request)
    links, number = Links(door.server(request).rooms), door.whole(told, "take_back", 10**6)
    if number:
        links.take_back(by.room, by.who, number)
        return JSONResponse({"status": "done"})
    token = links.give(by.room, by.who, told.get("pins") is True)
    return JSONResponse({"address": f"{request.base_url}s/{token}"})


async def everything(request: Request) -> Response:
    """All there is of this room, or of all rooms of its set, in one file."""
    by = _leads(request)
    together = teams.beside(door.server(request).rooms, teams.set_of(by.room)) or (by.room,)
    made = await run_in_threadpool(bundle, together)
    name = f"game-day-{by.room.outage.scenario.id}-{by.room.seed}.zip"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made, media_type="application/zip", headers=headers)
