"""What one browser is sent over its socket: lines it has not seen, and how things stand."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from simulator.room.console import console, sayings
from simulator.room.keys import Pass
from simulator.room.room import Room
from simulator.room.seats import FACILITATOR
from simulator.room.store import Unkept

AT_ONCE = 200
"""Lines in one message."""
SOCKETS, TOO_MANY = 12, 4429
"""Sockets of one person at a time, in as many tabs; all of the facilitator's count together."""
GONE = 4401
"""The seat is another's, or nobody's, now."""
COME_AGAIN = 1012
"""The room is opened again from its record: the browser tries again."""


async def feed(websocket: WebSocket, room: Room, shown: Pass, after: int) -> None:
    """Send all that happens from a line on, until the browser goes or its seat is taken away.

    A browser that comes back says which line it had last; that number alone decides what it is sent. Nothing
    is queued for it: a slow one is sent more at once.
    """
    if room.sockets[shown.who] >= SOCKETS:
        await websocket.close(TOO_MANY)
        return
    room.sockets[shown.who] += 1
    sending = asyncio.create_task(_send(websocket, room, shown, after))
    try:
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass  # nothing is heard by the socket: words come as posts
    except RuntimeError:
        pass
    finally:
        room.sockets[shown.who] -= 1
        sending.cancel()


async def _send(websocket: WebSocket, room: Room, shown: Pass, after: int) -> None:
    told: dict[str, Any] = {}
    try:
        while not room.lost:
            if not room.seats(shown.who, shown.seat):
                await websocket.close(GONE)
                return
            version = room.version
            lines = room.lines(shown.seat)
            while after < len(lines):
                batch = lines[after : after + AT_ONCE]
                await websocket.send_text(f'{{"lines":[{",".join(map(room.spelt, batch))}]}}')
                after += len(batch)
            for name, value in _states(room, shown).items():
                if told.get(name) is not value and told.get(name) != value:
                    told[name] = value
                    await websocket.send_text(f'{{"{name}":{room.spelt(value)}}}')
            await room.changed(version)
    except Unkept:
        pass  # the room is lost
    except (WebSocketDisconnect, RuntimeError):
        return
    with suppress(WebSocketDisconnect, RuntimeError):
        await websocket.close(COME_AGAIN)


def _states(room: Room, shown: Pass) -> Mapping[str, Any]:
    return {
        "board": room.board(shown.seat),
        "gauges": room.gauges(),
        "standing": room.standing(),
        **(_guiding(room) if shown.seat == FACILITATOR else {}),
    }


def _guiding(room: Room) -> Mapping[str, Any]:
    """What the facilitator is sent besides, and nobody else."""
    return {
        "sayings": sayings(room.exercise),
        "console": console(room.exercise, room.notes, room.people),
    }
