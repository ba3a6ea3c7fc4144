"""Pages to read once it is over, for a seat of the room or by a link that the facilitator gave out."""

from collections.abc import Mapping
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from simulator import debrief
from simulator.debrief.guide import FORMS as LENGTHS
from simulator.debrief.guide import guide_of
from simulator.domain.duration import show_clock
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.value import Value
from simulator.library.debriefing import FORMS, written
from simulator.room import door
from simulator.room.after import again, kept, notes, teams
from simulator.room.after.commitments import as_markdown, commitments_of, listed
from simulator.room.after.courses import rows
from simulator.room.after.desk import heard_from_the_desk
from simulator.room.after.film import told_to
from simulator.room.after.sharing import Links, standing
from simulator.room.after.wayback import SELF_CONTAINED, opened
from simulator.room.keys import same_code
from simulator.room.pages import page
from simulator.room.room import Room

TYPES = {"html": "text/html", "md": "text/markdown", "json": "application/json"}
SPEEDS = (1, 2, 5, 10, 30, 60)


class Reader(Value):
    """Whoever reads: the room, where their pages begin, their seat (empty by a link), and who they are.

    Observers wrote their `pins` for those who were there; a link shows them if the facilitator said so.
    """

    room: Room
    base: str
    seat: str = ""
    who: str = ""
    pins: bool = True

    @property
    def facilitates(self) -> bool:
        """Whether it is the facilitator."""
        return self.seat == FACILITATOR

    def reads(self) -> debrief.Reader:
        """Who they are to those who tell of the exercise."""
        return kept.reader(self.room, self.seat, self.who)

    def report(self) -> debrief.Report:
        """The debrief as it is told to them."""
        return kept.report(self.room, self.seat, self.who, self.pins)


def reader(request: Request) -> Reader:
    """Who reads, once what was hidden may be read; refused before, and to whoever has no seat and no link."""
    found = _by_link(request) if "token" in request.path_params else _by_seat(request)
    door.open_to_read(door.server(request).rooms, found.room, found.seat)
    return found


def _by_seat(request: Request) -> Reader:
    room, shown = door.seated(request)
    return Reader(room, f"{door.place(room, shown.seat)}/after", shown.seat, shown.who)


def _by_link(request: Request) -> Reader:
    token = request.path_params["token"]
    server = door.server(request)
    if not server.asks.takes(f"link {request.client.host if request.client else ''}"):
        raise HTTPException(429, "Not so fast.")
    found = Links(server.rooms).opens(token)
    if found is None:
        raise HTTPException(404, "This link opens nothing any more.")
    room, link = found
    return Reader(room, f"/s/{token}", pins=link.pins)


async def overview(request: Request) -> Response:
    """What there is to read and to do now."""
    by, rooms = reader(request), door.server(request).rooms
    moments = await run_in_threadpool(kept.worst, by.room) if by.seat else ()
    parent = rooms.get(str(by.room.origin.get("from", "")))
    return page(
        "after", by=by, scenario=by.room.outage.scenario, room=by.room, called=teams.name_of(by.room),
        moments=[again.told(moment, by.reads()) for moment in moments], together=_together(request, by.room),
        parent=parent if parent and by.room.exercise.over else None, lengths=LENGTHS,
        back=_back(parent, by) if parent else "", again_from=show_clock(by.room.since) if parent else "",
        links=_links(request, by) if by.seat else [], made=commitments_of(by.room) if by.seat else (),
        others=_others(request, by) if by.seat else (),
    )  # fmt: skip


def _together(request: Request, room: Room) -> tuple[Room, ...]:
    """The other rooms of its set with it; none where it is by itself."""
    found = teams.beside(door.server(request).rooms, teams.set_of(room))
    return found if len(found) > 1 else ()


def _others(request: Request, by: Reader) -> list[Mapping[str, Any]]:
    """The rooms in which somebody decides again from here: who, from when, and whether it is over."""
    return [
        {
            "by": notes.name_of(room, str(room.origin.get("owner", ""))), "code": room.code,
            "clock": show_clock(int(room.origin["at"])), "over": room.exercise.over,
            "id": room.id, "with": ", ".join(person.name for person in room.people.values() if person.seat),
        }
        for room in door.server(request).rooms.opened_for("from", by.room.id)
    ]  # fmt: skip


def _back(parent: Room, by: Reader) -> str:
    """Where somebody who decided again was before: their pages of the room that was left, and its talk."""
    if by.facilitates:
        return f"{door.place(parent, FACILITATOR)}/after"
    name = _name(by)
    was = next((person.seat for person in parent.people.values() if person.seat and person.name == name), "")
    return f"{door.place(parent, was)}/after" if was else ""


def _links(request: Request, by: Reader) -> list[dict[str, Any]]:
    links = Links(door.server(request).rooms)
    return [
        {
            "number": number, "address": f"{request.base_url}s/{links.token(by.room, number)}",
            "open": link.open, "pins": link.pins,
        }
        for number, link in standing(by.room).items()
    ]  # fmt: skip


async def debriefed(request: Request) -> Response:
    """The debrief, with what observers saw, as a page, as text or as data."""
    by, form = reader(request), request.path_params.get("form", "html")
    if form not in TYPES:
        raise HTTPException(404, "There is no such form of the debrief.")
    which = next(each for each in FORMS if each == form)
    text = await run_in_threadpool(lambda: written(by.report(), which, f"{by.base}#again"))
    if which == "html":
        return opened(text, by.base, talks=bool(by.seat))
    return Response(text, media_type=TYPES[form], headers={"content-security-policy": SELF_CONTAINED})


async def replay(request: Request) -> Response:
    """The page on which any second can be looked at."""
    by = reader(request)
    return page(
        "replay", by=by, scenario=by.room.outage.scenario, room=by.room, speeds=SPEEDS,
        start=_second(request), clock=show_clock,
    )  # fmt: skip


def _second(request: Request) -> int:
    told = request.query_params.get("at", "")
    return min(int(told), again.LONGEST) if told.isdecimal() and len(told) < 9 else 0


async def film(request: Request) -> Response:
    """All of the film but the boards."""
    by = reader(request)
    made = await run_in_threadpool(lambda: _film(by))
    return Response(made, media_type="application/json")


def _film(by: Reader) -> str:
    return told_to(kept.film(by.room), by.room.exercise, by.reads(), heard_from_the_desk(by.room))


async def far(request: Request) -> Response:
    """How far the film is made, for whoever waits for it."""
    return JSONResponse({"share": kept.far(reader(request).room)})


async def board(request: Request) -> Response:
    """What a seat knew at a second."""
    by = reader(request)
    made = await run_in_threadpool(kept.film, by.room)
    text = made.board_at(request.query_params.get("seat", COMMANDER), _second(request))
    if text is None:
        raise HTTPException(404, "Nobody sat in that seat.")
    return Response(text, media_type="application/json")


async def comparison(request: Request) -> Response:
    """The teams of a set at the same seconds."""
    by = reader(request)
    together = _together(request, by.room)
    if not together:
        raise HTTPException(404, "This room was by itself.")
    return opened(await run_in_threadpool(teams.comparison, together), by.base, talks=bool(by.seat))


async def compared(request: Request) -> Response:
    """How a room that decided again went, beside the one it left: told in either of them."""
    by, rooms = reader(request), door.server(request).rooms
    code = request.path_params.get("code", "")
    child = rooms.by_code(same_code(code)) if code else by.room
    parent = rooms.get(str(child.origin.get("from", ""))) if child else None
    if not by.seat or child is None or parent is None or by.room not in (child, parent):
        raise HTTPException(404, "This room left no other one.")
    door.open_to_read(rooms, child, by.seat)
    if not child.exercise.over:
        raise HTTPException(403, "It still goes on there.")
    found = await run_in_threadpool(lambda: kept.kept(child, "beside", lambda: again.beside(parent, child)))
    return page(
        "beside", by=by, scenario=by.room.outage.scenario, room=by.room, found=found,
        rows=rows(found.courses), sentence=again.sentence, clock=show_clock,
    )  # fmt: skip


async def guide(request: Request) -> Response:
    """The talk afterwards, with what the team commits itself to."""
    by, length = reader(request), request.path_params["minutes"]
    if length not in LENGTHS or not by.seat:
        raise HTTPException(404, "There is no such guide.")
    made = await run_in_threadpool(lambda: guide_of(by.report(), length))
    return page(
        "guide", by=by, scenario=by.room.outage.scenario, room=by.room, guide=made, lengths=LENGTHS,
        made=commitments_of(by.room), ats=_ats(by.room), clock=show_clock, called=_name(by),
    )  # fmt: skip


def _name(by: Reader) -> str:
    """What whoever writes is called, where they gave a name."""
    person = by.room.people.get(by.who)
    return person.name if person else ""


def _ats(room: Room) -> dict[int, int]:
    return {entry.number: entry.at for entry in room.exercise.entries}


async def committed(request: Request) -> Response:
    """What was committed to so far, as the page of the talk shows it."""
    by = reader(request)
    if not by.seat:
        raise HTTPException(404, "There is nothing here.")
    return JSONResponse(listed(by.room, by.seat, by.who))


async def commitments(request: Request) -> Response:
    """What was committed to, as a list to keep."""
    by = reader(request)
    if not by.seat:
        raise HTTPException(404, "There is nothing here.")
    text = as_markdown(by.room.outage.scenario.title, commitments_of(by.room))
    headers = {"content-disposition": 'attachment; filename="commitments.md"'}
    return PlainTextResponse(text, media_type="text/markdown", headers=headers)
