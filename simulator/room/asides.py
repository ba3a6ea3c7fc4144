"""What is said beside the exercise: in private to a seat or to the facilitator, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.domain.seats import FACILITATOR
from simulator.domain.value import replace
from simulator.room.event import Event
from simulator.room.seats import eyes

if TYPE_CHECKING:
    from simulator.room.room import Room


def whence(room: Room, who: str, to: str) -> Mapping[str, str]:
    """The seat that a word to the facilitator comes from."""
    return {"from": room.people[who].seat} if to == FACILITATOR and who in room.people else {}


def among(room: Room, event: Event) -> Event:
    """What is said beside the exercise, with the number of entries that it comes `after`: a second has many.

    It is numbered by how much was so before it: said in private or to everybody, or done with the clock.
    """
    said = len(room.asides) + len(room.announced) + room.turns.taken
    return replace(event, number=said + 1, body={**event.body, "after": len(room.exercise.entries)})


def standing_among(room: Room, place: str, event: Event) -> Mapping[str, Any]:
    """When something was said, and after which line as a place numbers them; `nth` of what is said so."""
    return {"at": event.at, "nth": event.number, "after": lines_by(room, place, int(event.body["after"]))}


def lines_by(room: Room, place: str, entries: int) -> int:
    """How many lines a place had been told by the time there were so many entries."""
    return room.log(eyes(place)).count_by(entries)


def turns_to(room: Room, place: str) -> list[Mapping[str, Any]]:
    """What was done with the clock, each after the line that it came after, as a place numbers them."""
    return [{**turn, "after": lines_by(room, place, turn["after"])} for turn in room.turns.told]


def asides_to(room: Room, place: str, who: str) -> list[Mapping[str, Any]]:
    """What was said to a seat in private: to be seen there and at its side.

    Whoever said something to the facilitator alone sees that too; `from` is the seat it came from.
    """
    return [
        {
            **standing_among(room, place, each),
            "by": room.people[each.who].name,
            **{name: value for name, value in each.body.items() if name not in ("seat", "after")},
        }
        for each in room.asides
        if each.who in room.people
        and (each.body["seat"] == eyes(place) or (each.body["seat"] == FACILITATOR and each.who == who))
    ]
