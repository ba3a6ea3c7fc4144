"""Parallel rooms for the facilitator: opened together, seen on one page, run and stopped together."""

from hashlib import blake2b

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from simulator.room import door
from simulator.room.after import teams
from simulator.room.after.wayback import opened
from simulator.room.pages import page
from simulator.room.room import Room

LONGEST_SEED = 10**9 - 1


async def open_together(request: Request) -> Response:
    """Open the same outage with the same luck for several teams."""
    door.facilitates(request)
    server, told = door.server(request), await door.body(request)
    named = _names(door.lines(told, "teams"))
    seed = door.whole(told, "seed", LONGEST_SEED) if told.get("seed") is not None else None
    outage = door.outage_of(server, told)
    speed = door.speed_of(told)
    opened = teams.open_for(server.rooms, outage, named, seed)
    for room in opened:
        door.begin_at(room, speed)
    return JSONResponse({"to": f"/host/side/{teams.set_of(opened[0])}"})


def _names(text: str) -> list[str]:
    """A name a line, each once."""
    named = [" ".join(line.split())[: door.LONGEST_NAME] for line in text.splitlines()]
    once = list(dict.fromkeys(name for name in named if name))
    if not 2 <= len(once) <= teams.MOST:
        raise HTTPException(400, f"Name two to {teams.MOST} teams, one a line, each by a name of its own.")
    return once


def _set(request: Request) -> tuple[Room, ...]:
    door.facilitates(request)
    found = teams.beside(door.server(request).rooms, request.path_params["together"])
    if not found:
        raise HTTPException(404, "There are no such rooms.")
    return found


async def side(request: Request) -> Response:
    """All teams on one page."""
    found = _set(request)
    together = request.path_params["together"]
    return page("side", rooms=found, scenario=found[0].outage.scenario, base=f"/host/side/{together}")


async def now(request: Request) -> Response:
    """How each team stands; nothing (304) when that is what the page has already."""
    told = JSONResponse([teams.standing(room) for room in _set(request)])
    tag = f'"{blake2b(bytes(told.body), digest_size=8).hexdigest()}"'
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers={"etag": tag})
    told.headers["etag"] = tag
    return told


async def all_clocks(request: Request) -> Response:
    """Run or stop every clock of the set."""
    found, told = _set(request), await door.body(request)
    deed = door.text(told, "act", 20)
    for room in found:
        if deed == "go":
            room.go("")
        elif deed == "pause":
            room.pause("")
        else:
            raise HTTPException(400, f"{deed!r} is nothing that can be done here.")
    return JSONResponse({"status": "done"})


async def compared(request: Request) -> Response:
    """The teams at the same seconds, once all are over."""
    found = _set(request)
    if not all(room.exercise.over for room in found):
        raise HTTPException(403, "They can be compared when all are over.")
    made = await run_in_threadpool(teams.comparison, found)
    back = f"/host/side/{request.path_params['together']}"
    return opened(made, back, talks=False, called="Side by side")
