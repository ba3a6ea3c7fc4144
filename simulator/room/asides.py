"""What is said in private: to a seat by whoever sits beside it, and to the facilitator by anybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.domain.seats import FACILITATOR
from simulator.room.seats import eyes

if TYPE_CHECKING:
    from simulator.room.room import Room


def whence(room: Room, who: str, to: str) -> Mapping[str, str]:
    """The seat that a word to the facilitator comes from."""
    return {"from": room.people[who].seat} if to == FACILITATOR and who in room.people else {}


def asides_to(room: Room, place: str, who: str) -> list[Mapping[str, Any]]:
    """What was said to a seat in private: to be seen there and at its side.

    Whoever said something to the facilitator alone sees that too; `from` is the seat it came from.
    """
    return [
        {
            "at": each.at,
            "by": room.people[each.who].name,
            **{name: value for name, value in each.body.items() if name != "seat"},
        }
        for each in room.asides
        if each.who in room.people
        and (each.body["seat"] == eyes(place) or (each.body["seat"] == FACILITATOR and each.who == who))
    ]
