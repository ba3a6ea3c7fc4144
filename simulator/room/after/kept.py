"""What is made once of an exercise that is over, and then kept: its film, its debrief, its moments."""

from collections.abc import Callable
from threading import RLock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from simulator.debrief import Reader, Report
from simulator.debrief.observed import observed_of
from simulator.domain.value import replace
from simulator.library.debriefing import Groundwork, Judged, groundwork, judged, read_by
from simulator.library.retrying import Moment, moments_of
from simulator.room.after.cast import reader_of
from simulator.room.after.film import Film, film_of
from simulator.room.after.notes import seen_of
from simulator.room.room import Room

T = TypeVar("T")


class _Shelf:
    """What was made of one room. Two who ask at once wait for the same making; it may want other things."""

    def __init__(self) -> None:
        self._lock = RLock()
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


_FAR: "WeakKeyDictionary[Room, float]" = WeakKeyDictionary()


def film(room: Room) -> Film:
    """The film of a room."""

    def far(share: float) -> None:
        _FAR[room] = share

    return kept(room, "film", lambda: film_of(room.exercise.recording, room.outage, far))


def far(room: Room) -> float:
    """How far the film of a room is made, as a share of 1; none of it before anybody asked."""
    return _FAR.get(room, 0.0)


def reader(room: Room, place: str = "", who: str = "") -> Reader:
    """Somebody who reads of a room: at a place in it, or by a link."""
    return kept(room, f"reader {place} {who}", lambda: reader_of(room, place, who))


def report(room: Room, place: str = "", who: str = "", pins: bool = True) -> Report:
    """The debrief of a room as it is told at a place, to somebody there; by a link there is neither.

    What observers saw is with it, unless their `pins` are not for its reader: they may still be added to
    afterwards.
    """
    told = kept(room, f"debrief {place} {who}", lambda: read_by(_ground(room), reader(room, place, who)))
    return replace(told, observed=observed_of(seen_of(room), told.lines)) if pins else told


def _ground(room: Room) -> Groundwork:
    recording = room.exercise.recording
    return kept(room, "ground", lambda: groundwork(_judged(room), recording, room.outage))


def _judged(room: Room) -> Judged:
    return kept(room, "judged", lambda: judged(room.exercise.recording, room.outage))


def worst(room: Room) -> tuple[Moment, ...]:
    """The moments of a room that can be decided again, its own where it decides again; none of a drill."""
    found = () if room.outage.scenario.drill else moments_of(_judged(room))
    return tuple(moment for moment in found if moment.at >= room.since)
