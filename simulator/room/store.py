"""What a room needs of a database: an append-only log of events, on disk before anything is acknowledged."""

import json
from collections.abc import Mapping
from typing import NamedTuple, Protocol

from simulator.room.event import Act, Event

Body = Mapping[str, str | int | float | bool]


class Unkept(Exception):
    """The database took or gave nothing. Whether it kept what it was given last is not known."""


class KeptRoom(NamedTuple):
    """A room in the database: its id, its join code, and the first line of its recording."""

    id: str
    code: str
    header: str


def read_event(number: int, at: int, act: Act, who: str, body: str, moment: float) -> Event:
    """An event from the columns of its row; the body is kept as JSON."""
    return Event(number, at, act, who, json.loads(body), moment)


class Store(Protocol):
    """The rooms of a server. Every method raises `Unkept` when the database fails.

    One server writes. What a method has taken is on the disk when it returns, whatever happens then.
    """

    def claim(self) -> bool:
        """Keep every other server from these rooms; False when one has them already."""

    def open_room(self, room: str, code: str, header: str) -> None:
        """Keep a new room. `header` is the first line of its recording."""

    def rooms(self) -> tuple[KeptRoom, ...]:
        """Every room, oldest first."""

    def origins(self) -> Mapping[str, Body]:
        """What each room was opened for, by the room's id, where that is on record."""

    def acts(self, act: Act) -> tuple[tuple[str, Event], ...]:
        """Every event of one kind, each with the id of its room; those of a room in order."""

    def append(self, room: str, at: int, act: Act, who: str, body: Body, key: str | None = None) -> bool:
        """Put an event on record. False when one with this key is there already, in the same room."""

    def events(self, room: str) -> tuple[Event, ...]:
        """The log of a room, in order."""

    def reach(self, room: str, second: int) -> None:
        """Note that the exercise has come to a second, before anybody is told what happened by then."""

    def reached(self, room: str) -> int:
        """The latest second that was noted; 0 for a room that has come to none."""

    def setting(self, name: str, default: str) -> str:
        """A lasting setting; the default is kept as its value the first time it is asked for."""

    def close(self) -> None:
        """Let go of the database."""
