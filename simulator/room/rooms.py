"""All rooms of a server: made, found by their code, and as they stood after a restart."""

import asyncio
import secrets
from collections.abc import Iterator
from pathlib import Path

from simulator.exercise import Exercise, read_recording, spell_header
from simulator.library import Library, Outage
from simulator.library.recordings import remake
from simulator.room.keys import new_code, new_id
from simulator.room.room import Room, reopen
from simulator.room.store import Body, Store

SEEDS = 9999


class Rooms:
    """The rooms there are. Each runs in a task of its own."""

    def __init__(self, store: Store, library: Library) -> None:
        self.store = store
        self.library = library
        self._rooms: dict[str, Room] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    def __iter__(self) -> Iterator[Room]:
        return iter(self._rooms.values())

    def restore(self) -> None:
        """Every room of the store, as it stood."""
        for id_, code, header in self.store.rooms():
            read = read_recording(header + "\n")
            if read.recording is None:
                continue
            outage = remake(read.recording.header, Path(f"room {code}"), self.library)
            self._keep(reopen(id_, code, outage, read.recording.header, self.store))

    def open(self, outage: Outage, seed: int | None = None, origin: Body | None = None) -> Room:
        """A new room, its clock standing at the first second; `origin` says what it was opened for."""
        exercise: Exercise = outage.exercise(secrets.randbelow(SEEDS) + 1 if seed is None else seed)
        id_, code = new_id(), new_code()
        self.store.open_room(id_, code, spell_header(exercise.header))
        return self._keep(self._opened(Room(id_, code, outage, exercise, self.store), origin or {}))

    def adopt(self, outage: Outage, exercise: Exercise, origin: Body) -> Room:
        """A room for an exercise that has been played up to some second already.

        What was said so far goes into the room's log, so that it comes back after a restart.
        """
        id_, code = new_id(), new_code()
        self.store.open_room(id_, code, spell_header(exercise.header))
        room = self._opened(Room(id_, code, outage, exercise, self.store), origin)
        for line in exercise.recording.commands:
            self.store.append(id_, line.at, "said", "", {"seat": line.seat, "text": line.text})
        self.store.reach(id_, exercise.now)
        room.clock.jump(exercise.now)
        return self._keep(room)

    def _opened(self, room: Room, origin: Body) -> Room:
        """On record what a room was opened for."""
        if origin:
            room.origin = origin
            self.store.append(room.id, 0, "opened", "", origin)
        return room

    def _keep(self, room: Room) -> Room:
        self._rooms[room.id] = room
        task = asyncio.get_running_loop().create_task(room.run(), name=f"room {room.code}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return room

    def get(self, id_: str) -> Room | None:
        """A room by its id."""
        return self._rooms.get(id_)

    def by_code(self, code: str) -> Room | None:
        """A room by its join code."""
        return next((room for room in self._rooms.values() if secrets.compare_digest(room.code, code)), None)

    def close(self) -> None:
        """Stop all clocks' tasks."""
        for task in self._tasks:
            task.cancel()
