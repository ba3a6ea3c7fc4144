"""The lobby: who sits where, told as it changes to whoever has the code and no seat yet."""

from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket

from simulator.domain.duration import show_clock
from simulator.domain.value import Value
from simulator.room.feed import COME_AGAIN, until_gone
from simulator.room.keys import Pass
from simulator.room.person import Person
from simulator.room.room import Room

LOBBY = "lobby"
"""What a cookie vouches for whose browser was shown the lobby: it knew the code."""


class Again(Value):
    """What a room is in which somebody decides again: `by` whom, from what `clock`, and who comes to it.

    `before` is who that was in the room that it left, None for whoever was not there.
    """

    by: str
    clock: str
    before: Person | None


def again(room: Room, before: Person | None) -> Again | None:
    """What a room is to whoever comes to it, if it was opened from another one."""
    if "from" not in room.origin:
        return None
    owner = room.people.get(str(room.origin.get("owner", "")))
    return Again(owner.name if owner else "The facilitator", show_clock(room.since), before)


def lobby_pass(room: Room) -> Pass:
    """What lets a browser be told who sits where."""
    return Pass(room.id, "", LOBBY)


def seating(room: Room) -> Mapping[str, Any]:
    """Who sits where and how the clock stands: nothing of what happens in the exercise."""
    told = room.standing()
    return {name: told[name] for name in ("now", "speed", "stopped", "over", "people", "program")}


async def tell_lobby(websocket: WebSocket, room: Room) -> None:
    """Send who sits where, each time it changes, until the browser goes."""
    room.presence.sockets[LOBBY] += 1
    try:
        await until_gone(websocket, _tell(websocket, room))
    finally:
        room.presence.sockets[LOBBY] -= 1


async def _tell(websocket: WebSocket, room: Room) -> None:
    had: Any = None
    while not room.lost:
        version, told = room.version, seating(room)
        shown = (told["people"], told["stopped"], told["over"], told["speed"], told["program"])
        if shown != had:
            had = shown
            await websocket.send_json({"seating": told})
        await room.changed(version)
    await websocket.close(COME_AGAIN)
