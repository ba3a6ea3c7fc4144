"""What is made once of an exercise that is over, and then kept: its film, its debrief, its moments."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from simulator.debrief import Report
from simulator.debrief.observed import observed_of
from simulator.library.debriefing import debrief
from simulator.library.retrying import Moment
from simulator.room.after.again import moments
from simulator.room.after.film import Film, film_of
from simulator.room.after.notes import seen_of
from simulator.room.room import Room

T = TypeVar("T")


class _Shelf:
    """What was made of one room. Two who ask at once wait for the same making."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._made: dict[str, Any] = {}

    def get(self, name: str, make: Callable[[], T]) -> T:
        """What has this name, made if it is not there."""
        with self._lock:
            if name not in self._made:
                self._made[name] = make()
            made: T = self._made[name]
            return made


_SHELVES: "WeakKeyDictionary[Room, _Shelf]" = WeakKeyDictionary()


def kept(room: Room, name: str, make: Callable[[], T]) -> T:
    """Something made of a room's exercise, which is over, once."""
    return _SHELVES.setdefault(room, _Shelf()).get(name, make)


def film(room: Room) -> Film:
    """The film of a room."""
    return kept(room, "film", lambda: film_of(room.exercise.recording, room.outage))


def report(room: Room) -> Report:
    """The debrief of a room with what its observers saw; their notes may still be added to afterwards."""
    told = kept(room, "debrief", lambda: debrief(room.exercise.recording, room.outage))
    return replace(told, observed=observed_of(seen_of(room), told.lines))


def worst(room: Room) -> tuple[Moment, ...]:
    """The moments of a room that can be decided again."""
    return kept(room, "moments", lambda: moments(room))
