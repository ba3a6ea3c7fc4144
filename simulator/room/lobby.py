"""The lobby: who sits where, told as it changes to whoever has the code and no seat yet."""

from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket

from simulator.room.feed import COME_AGAIN, until_gone
from simulator.room.keys import Pass
from simulator.room.room import Room

LOBBY = "lobby"
"""What a cookie vouches for whose browser was shown the lobby: it knew the code."""


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
