"""What waits until a seat is free: shown to it, and each can be taken back before it is said."""

from collections.abc import Mapping
from typing import Any

from simulator.domain.command import Draft, Post
from simulator.exercise import Exercise
from simulator.room.voices import Voices


def waiting_of(exercise: Exercise, seat: str) -> list[str]:
    """The words of one seat that wait, as they came."""
    return [text for whose, text in exercise.waiting if whose == seat]


def waiting(exercise: Exercise, seat: str, voices: Voices) -> list[Mapping[str, Any]]:
    """The same with who said them, and in plain words what they are."""
    row = waiting_of(exercise, seat)
    return [
        {
            "text": text,
            "by": voices.waits(seat, text, row[place + 1 :].count(text)),
            "about": _about(exercise, seat, text),
        }
        for place, text in enumerate(row)
    ]


def _about(exercise: Exercise, seat: str, text: str) -> str:
    """An update by whom it is for; all else in its own words."""
    said = exercise.meaning(seat, text)
    if not isinstance(said, Draft | Post):
        return text
    kind = "Draft" if isinstance(said, Draft) else "Update"
    return f"{kind} to {said.update.audience}: {said.update.text or said.update.state}"
