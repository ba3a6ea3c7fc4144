"""A room's part of the database: what happens in it is there before anybody hears of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from simulator.room.event import Act, Event
from simulator.room.store import Body, Store, Unkept

LAG = 1.0
"""Real seconds of quiet after which it is noted how far time has come. What happens is noted at once."""
AGAIN = "this room is opened again from its record"


class Record:
    """The log of one room, and the second that its time had come to.

    When the database fails, nobody knows what it kept last. The record is `lost` then (`on_loss` is called):
    it takes and gives nothing more, and the room is opened again from what the database holds.
    """

    def __init__(self, store: Store, room: str, now: int, on_loss: Callable[[], None]) -> None:
        self.lost = False
        self._store = store
        self._room = room
        self._on_loss = on_loss
        self.stands_at(now)

    def stands_at(self, now: int) -> None:
        """Time has come so far, and that is on record."""
        self._reached, self._reached_at = now, monotonic()

    def put(self, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record. False when one with this key is there already."""
        with self._trusting():
            fresh = self._store.append(self._room, at, act, who, body, key)
        if fresh:
            self.stands_at(at)  # the event says so
        return fresh

    def reach(self, now: int) -> None:
        """Note how far time has come."""
        with self._trusting():
            if now > self._reached:
                self._store.reach(self._room, now)
                self.stands_at(now)

    def reach_at_leisure(self, now: int) -> None:
        """Note it, if that has not been done for a while."""
        if monotonic() - self._reached_at >= LAG:
            self.reach(now)

    def events(self) -> tuple[Event, ...]:
        """All that was done in the room, and by whom."""
        with self._trusting():
            return self._store.events(self._room)

    @contextmanager
    def _trusting(self) -> Iterator[None]:
        """Around every word with the database."""
        if self.lost:
            raise Unkept(AGAIN)
        try:
            yield
        except Unkept:
            self.lose()
            raise

    def lose(self) -> None:
        """Take and give nothing more."""
        self.lost = True
        self._on_loss()
