"""What waits until a seat is free: shown to it, and each can be taken back before it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simulator.domain.command import Draft, Post
from simulator.exercise import Exercise
from simulator.room.channel import update_of

if TYPE_CHECKING:
    from simulator.room.room import Room


def waiting_of(exercise: Exercise, seat: str) -> list[str]:
    """The words of one seat that wait, as they came."""
    return [text for whose, text in exercise.waiting if whose == seat]


def row(room: Room, seat: str) -> Mapping[str, Any]:
    """What waits for a seat, as it will be said and who said it; and until which second the seat is busy."""
    free, texts = room.exercise.free_at(seat), waiting_of(room.exercise, seat)
    return {
        "until": free if free > room.now else 0,
        "waiting": [
            {
                "text": text,
                "by": room.voices.waits(seat, text, texts[place + 1 :].count(text)),
                **_about(room.exercise, seat, text),
            }
            for place, text in enumerate(texts)
        ],
    }


def take_back(room: Room, who: str, seat: str, text: str, place: int) -> str:
    """Take back words that wait for a busy seat, by their place in its row; why not, if they are said."""
    room.tick()
    texts = waiting_of(room.exercise, seat)
    if not 0 <= place < len(texts) or texts[place] != text:
        return "That has been said by now."
    later = texts[place + 1 :].count(text)
    room.keep("unsaid", who, {"seat": seat, "text": text, "place": place, "later": later})
    room.exercise.take_back(seat, place)
    room.voices.unsays(seat, text, later)
    return ""


def _about(exercise: Exercise, seat: str, text: str) -> Mapping[str, Any]:
    """What words are `about`: an update by whom it is for, and `more` of it; all else as it was said.

    An update comes with its parts, so that one that is taken back is in the form again.
    """
    said = exercise.meaning(seat, text)
    if not isinstance(said, Draft | Post):
        return {"about": text, "more": ""}
    kind = "Draft" if isinstance(said, Draft) else "Update"
    return {
        "about": f"{kind} to {said.update.audience}", "more": said.update.text or said.update.state,
        "update": {**update_of(said.update), "how": "draft" if kind == "Draft" else "send"},
    }  # fmt: skip
