"""All rooms of a server: made, found by their code, and as they stood after a restart."""

import asyncio
import secrets
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from time import monotonic

from simulator.domain.source import Source
from simulator.domain.value import Value
from simulator.exercise import Exercise, Header, read_recording, spell_header
from simulator.library import Library, Outage, Unusable
from simulator.library.recordings import remake
from simulator.room.event import Event
from simulator.room.keys import new_code, new_id
from simulator.room.reopening import reopen
from simulator.room.room import Room
from simulator.room.store import Body, KeptRoom, Store
from simulator.room.voices import said_by

SEEDS = 9999
LOOKS = 60.0
"""Real seconds between two looks for rooms that can be put to sleep."""
AWAKE = 900.0
"""Real seconds for which a room is kept open whose time stands and at which nobody looks (assumption)."""


class Card(Value, dict=True):
    """A room as it lies in the database: enough to find it by, and no more is read until somebody comes."""

    kept: KeptRoom
    origin: Body
    """What it was opened for."""

    @property
    def id(self) -> str:
        """Its id."""
        return self.kept.id

    @property
    def code(self) -> str:
        """Its join code."""
        return self.kept.code

    @cached_property
    def header(self) -> Header | None:
        """The first line of its recording; None when it is none."""
        read = read_recording(self.kept.header + "\n").recording
        return read.header if read else None


class Rooms:
    """The rooms there are. Each that is open runs in a task of its own.

    A room of the database is opened when somebody comes to it: until then its time stands where it was.
    One that stands still and at which nobody looks is let go of again, so that a server that runs for months
    holds what is played, and not all that ever was.
    """

    def __init__(self, store: Store, library: Library) -> None:
        self.store = store
        self.library = library
        self._cards: dict[str, Card] = {}
        self._codes: dict[str, str] = {}
        self._rooms: dict[str, Room] = {}
        self._asked: dict[str, float] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._read: dict[tuple[Source, ...], Outage] = {}  # rooms of one game day share what they play

    def restore(self) -> None:
        """Know every room of the database."""
        origins = self.store.origins()
        for kept in self.store.rooms():
            self._file(Card(kept, origins.get(kept.id, {})))

    def open(self, outage: Outage, seed: int | None = None, origin: Body | None = None) -> Room:
        """A new room, its clock standing at the first second; `origin` says what it was opened for."""
        outage = self._read.setdefault(outage.sources, outage) if outage.sources else outage
        exercise: Exercise = outage.exercise(secrets.randbelow(SEEDS) + 1 if seed is None else seed)
        return self._new(outage, exercise, origin or {})

    def adopt(self, outage: Outage, exercise: Exercise, origin: Body, before: Iterable[Event] = ()) -> Room:
        """A room for an exercise that has been played up to some second already.

        What was said so far goes into the room's log, so that it comes back after a restart; whose words they
        were is known from what happened `before`, in the room that it leaves.
        """
        room, said = self._new(outage, exercise, origin), said_by(before)
        for line in exercise.recording.commands:
            whose = said.get((line.seat, line.text))
            name = whose.popleft() if whose else ""
            body = {"seat": line.seat, "text": line.text, **({"name": name} if name else {})}
            self.store.append(room.id, line.at, "said", "", body)
            if name:
                room.voices.says(line.seat, line.text, name)
        self.store.reach(room.id, exercise.now)
        room.begin_again()
        return room

    def _new(self, outage: Outage, exercise: Exercise, origin: Body) -> Room:
        kept = KeptRoom(new_id(), new_code(), spell_header(exercise.header))
        self.store.open_room(*kept)
        if origin:
            self.store.append(kept.id, 0, "opened", "", origin)
        self._file(Card(kept, origin))
        room = Room(kept.id, kept.code, outage, exercise, self.store)
        room.origin = origin
        return self._run(room)

    def _file(self, card: Card) -> None:
        self._cards[card.id] = card
        self._codes[card.code] = card.id

    def _run(self, room: Room) -> Room:
        self._rooms[room.id] = room
        self._asked[room.id] = monotonic()
        task = asyncio.get_running_loop().create_task(room.run(), name=f"room {room.code}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return room

    def cards(self) -> tuple[Card, ...]:
        """Every room there is, oldest first, open or not."""
        return tuple(self._cards.values())

    def hide(self, id_: str, hidden: bool) -> None:
        """Put a room out of sight, or back; nothing of it is lost."""
        self.store.append(id_, self.store.reached(id_), "hidden", "host", {"hidden": hidden})

    def awake(self, id_: str) -> Room | None:
        """A room if it is open."""
        room = self._rooms.get(id_)
        return None if room is None or room.lost else room

    def get(self, id_: str) -> Room | None:
        """A room by its id, opened from its record if it is not open; None when there is none."""
        room, card = self.awake(id_), self._cards.get(id_)
        if room is None and card is not None:
            room = self._opened(card)
        if room is not None:
            self._asked[id_] = monotonic()
        return room

    async def rest(self) -> None:
        """Put rooms to sleep, now and then, for good."""
        while True:
            await asyncio.sleep(LOOKS)
            self.let_sleep()

    def let_sleep(self, after: float = AWAKE) -> None:
        """Let go of still rooms that nobody has asked for in so many seconds, and of those that are lost."""
        since = monotonic() - after
        for id_, room in list(self._rooms.items()):
            if room.lost or (room.still and self._asked.get(id_, 0) <= since):
                room.sleep()
                del self._rooms[id_]

    def _opened(self, card: Card) -> Room | None:
        if card.header is None:
            return None
        try:
            outage = self._outage(card.header, card.code)
        except Unusable:
            return None  # of another version of icsim, whose files this one cannot read
        return self._run(reopen(card.id, card.code, outage, card.header, self.store))

    def _outage(self, header: Header, code: str) -> Outage:
        """The outage of a header: after a restart many rooms of one game day want the same."""
        if not header.sources:
            return remake(header, Path(f"room {code}"), self.library)
        if header.sources not in self._read:
            self._read[header.sources] = remake(header, Path(f"room {code}"), self.library)
        return self._read[header.sources]

    def by_code(self, code: str) -> Room | None:
        """A room by its join code. How long it takes tells nothing: codes are looked up whole."""
        return self.get(self._codes.get(code, ""))

    def opened_for(self, what: str, value: str) -> tuple[Room, ...]:
        """The rooms that were opened for the same, by one word of their origin."""
        ids = [card.id for card in self._cards.values() if card.origin.get(what) == value]
        return tuple(room for id_ in ids if (room := self.get(id_)))

    def playing(self, room: Room) -> tuple[Room, ...]:
        """The rooms in which somebody plays the outage of a room with its luck, or still could.

        Those who decide again know it already: their rooms count for themselves alone.
        """
        theirs = (room.outage.scenario.id, room.seed)
        same = (
            card.id
            for card in self._cards.values()
            if card.header and (card.header.scenario, card.header.seed) == theirs
            and (card.id == room.id or "from" not in card.origin)
        )  # fmt: skip
        found = (each for id_ in same if (each := self.get(id_)))
        return tuple(each for each in found if not each.exercise.over)

    def close(self) -> None:
        """Stop all clocks' tasks, and note how far each has come."""
        for task in self._tasks:
            task.cancel()
        for room in self._rooms.values():
            room.stop()
