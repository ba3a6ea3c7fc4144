"""What all heard from the facilitator's desk beside the exercise: words to all, and turns of the clock."""

from collections.abc import Mapping
from typing import Any

from simulator.room.room import Room

ALL = "The facilitator, to everybody"


def heard_from_the_desk(room: Room) -> list[Mapping[str, Any]]:
    """Lines for the channel of the replay, in order; what was said after the end is no part of it."""
    words = [
        {
            "at": each.at,
            "after": each.body["after"],
            "nth": each.number,
            "kind": "Announced",
            "text": each.body["text"],
            "tone": "toall",
            "news": True,
            "by": ALL,
        }
        for each in room.announced
        if not each.body["over"]
    ]
    turns = [{**turn, "kind": "Turn", "tone": "turn", "news": True} for turn in room.turns.told]
    return sorted([*turns, *words], key=lambda line: line["nth"])
