"""The clock and who sits where: the same for everybody in a room."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.domain.seats import COMMANDER
from simulator.room.seats import SEATS
from simulator.room.stand_in import leads
from simulator.room.voices import PROGRAM

if TYPE_CHECKING:
    from simulator.room.room import Room


def active(room: Room) -> Mapping[str, Any]:
    """When each person last did something, and since when they are gone, by the number of their joining."""
    return {
        str(number): room.presence.active(each.id)
        for number, each in enumerate(room.people.values(), 1)
        if each.seat
    }


def sitting(room: Room) -> Mapping[str, str]:
    """Who sits in each seat, by name; a program may speak from the commander's."""
    names = {seat: holder.name if (holder := room.holder(seat)) else "" for seat in SEATS}
    return {**names, COMMANDER: PROGRAM} if leads(room) else names


def standing(room: Room) -> Mapping[str, Any]:
    """How the clock stands, and who sits where."""
    return {
        "now": float(room.clock.exact) if not room.exercise.over else float(room.now),
        "speed": room.clock.speed,
        "stopped": room.clock.stopped or room.exercise.over,
        "over": room.exercise.over,
        "seats": [
            {"seat": seat, "people": [each.name for each in room.people.values() if each.seat == seat]}
            for seat in SEATS
        ],
        "people": [
            {"n": number, "name": each.name, "seat": each.seat, "away": room.presence.away(each.id)}
            for number, each in enumerate(room.people.values(), 1)
            if each.seat
        ],
        "stand_in": room.stand_in.there,
        "program": leads(room),
    }
