"""What one browser is sent over its socket: lines it has not seen, and how things stand."""

import asyncio
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from simulator.domain.seats import FACILITATOR
from simulator.room.after import notes
from simulator.room.asides import asides_to, turns_to
from simulator.room.console import console, sayings
from simulator.room.keys import Pass
from simulator.room.room import Room
from simulator.room.seats import SEATS
from simulator.room.standing import active
from simulator.room.store import Unkept
from simulator.room.toall import told_to_all
from simulator.room.waiting import row

AT_ONCE = 200
"""Lines in one message."""
NO_SEAT = 4401
"""How a socket is closed whose browser has no seat, or not this one any more."""
SOCKETS, TOO_MANY = 12, 4429
"""Sockets of one person at a time, in as many tabs; all of the facilitator's count together."""
BEAT = 3.0
"""Real seconds after which a browser hears something, whatever happens; else it knows it is cut off."""
COME_AGAIN = 1012
"""The room is opened again from its record: the browser tries again."""


async def feed(websocket: WebSocket, room: Room, shown: Pass, after: int) -> None:
    """Send all that happens from a line on, until the browser goes or its seat is taken away.

    A browser that comes back says which line it had last; that number alone decides what it is sent. Nothing
    is queued for it: a slow one is sent more at once.
    """
    if room.presence.sockets[shown.who] >= SOCKETS:
        await websocket.close(TOO_MANY)
        return
    room.presence.comes(shown.who)
    try:
        await until_gone(websocket, _send(websocket, room, shown, after))
    finally:
        room.presence.goes(shown.who)


async def until_gone(websocket: WebSocket, work: Coroutine[Any, Any, None]) -> None:
    """Send what there is to send until the browser goes."""
    sending = asyncio.create_task(_quietly(work))
    try:
        while (await websocket.receive())["type"] != "websocket.disconnect":
            pass  # nothing is heard by the socket: words come as posts
    except RuntimeError:
        pass
    finally:
        sending.cancel()


async def _quietly(work: Coroutine[Any, Any, None]) -> None:
    """A browser that has gone is no fault."""
    with suppress(WebSocketDisconnect, RuntimeError):
        await work


async def _send(websocket: WebSocket, room: Room, shown: Pass, after: int) -> None:
    told: dict[str, Any] = {}
    try:
        while room.sits(shown.who, shown.seat):
            version = room.version
            after = await _lines(websocket, room, shown, after)
            for name, value in _states(room, shown).items():
                if told.get(name) is not value and told.get(name) != value:
                    told[name] = value
                    await websocket.send_text(f'{{"{name}":{room.spelt(value)}}}')
            if told.get("trace") != room.turns.leaps:
                told["trace"] = room.turns.leaps
                await websocket.send_json({"trace": room.trace.told()})
            await _changed(websocket, room, version)
    except Unkept:
        await websocket.close(COME_AGAIN)
    else:
        await websocket.close(NO_SEAT)


async def _changed(websocket: WebSocket, room: Room, version: int) -> None:
    """Wait until something happens; while nothing does, a beat says that the line still holds."""
    while room.version == version:
        try:
            await asyncio.wait_for(room.changed(version), BEAT)
        except TimeoutError:
            await websocket.send_text('{"beat":1}')


async def _lines(websocket: WebSocket, room: Room, shown: Pass, after: int) -> int:
    """Send the lines that are new; how many have been sent by now."""
    lines = room.lines(shown.seat)
    while after < len(lines):
        batch = lines[after : after + AT_ONCE]
        await websocket.send_text(f'{{"lines":[{",".join(map(room.spelt, batch))}]}}')
        after += len(batch)
    return after


def _states(room: Room, shown: Pass) -> Mapping[str, Any]:
    return {
        "standing": room.standing(),
        "board": room.board(shown.seat),
        "gauges": room.gauges(),
        "announced": told_to_all(room, shown.seat),
        "asides": asides_to(room, shown.seat, shown.who),
        **(notes.told(room, shown.seat, shown.who) if shown.seat in notes.WATCHERS else {}),
        **(_guiding(room) if shown.seat == FACILITATOR else {}),
        "past": room.past.told(room.gauges()),
        "turns": turns_to(room, shown.seat),
        **({"row": row(room, shown.seat)} if shown.seat in SEATS else {}),
    }


def _guiding(room: Room) -> Mapping[str, Any]:
    """What the facilitator is sent besides, and nobody else."""
    return {
        "sayings": sayings(room.exercise),
        "console": console(room.exercise),
        "active": active(room),
    }
