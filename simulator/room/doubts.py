"""What is asked back before it is said: what another has just asked for, and letting go whoever is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from simulator.domain.command import Ask, Check, Investigate, Order, Page, Prepare, Release, Revert
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import Commanded
from simulator.domain.prose.saying import joined
from simulator.room.seats import SEATS

if TYPE_CHECKING:
    from simulator.room.room import Room

LATELY = MINUTE
"""Two who ask for the same within so many seconds mean it once (assumption)."""
Doubt: TypeAlias = Mapping[str, str]
"""A question with its reason, and what the two answers are called."""


def doubt(room: Room, seat: str, text: str) -> Doubt | None:
    """What whoever says some words is asked first; None where nothing speaks against them."""
    said = room.exercise.meaning(seat, text)
    if isinstance(said, Release):
        return _needed(room, seat, said.person)
    wanted = _request(said)
    why = next(_asked(room, seat, wanted), "") if wanted else ""
    return {"title": "Ask for it too?", "why": why, "yes": "Say it too", "no": "Leave it"} if why else None


def _request(said: object) -> tuple[str, ...]:
    """What is asked for, whoever does it and however it is put; empty for what may well be said twice."""
    match said:
        case Page(target=subject) | Investigate(place=subject):
            return type(said).__name__, subject
        case Order(change=subject) | Prepare(change=subject) | Check(change=subject) | Revert(change=subject):
            return type(said).__name__, subject
        case Ask(topic=topic, person=person):
            return "Ask", topic, person or ""
    return ()


def _asked(room: Room, seat: str, wanted: tuple[str, ...]) -> Iterator[str]:
    """Who else asks for the same: what waits for their seat, and what they said lately."""
    exercise = room.exercise
    for whose, text in exercise.waiting:
        if whose != seat and _request(exercise.meaning(whose, text)) == wanted:
            yield f"{_name(room, whose)} asks for the same as soon as they are free: {text}."
    for entry, fact in each(exercise.entries, Commanded):
        ago = room.now - entry.at
        if fact.seat != seat and ago <= LATELY and _request(exercise.meaning(fact.seat, fact.text)) == wanted:
            yield f"{_name(room, fact.seat)} asked for the same {ago} s ago: {fact.text}."


def _name(room: Room, seat: str) -> str:
    sits = room.holder(seat)
    return sits.name if sits else SEATS[seat].title if seat in SEATS else seat


def _needed(room: Room, seat: str, person: str) -> Doubt | None:
    """Why somebody on the call is missed: their roles, and the work in their hands."""
    known = room.board(seat)
    name = next(
        (who["name"] for who in known["people"] if who["id"] == person and who["state"] == "here"), ""
    )
    roles = [f"the {one['role'].lower()}" for one in known["roles"] if name and one["person"] == name]
    tasks = [one["what"] for one in known["work"] if name and one["who"] == name]
    if not (roles or tasks):
        return None
    told = [
        *([f"is {joined(roles)}"] if roles else []),
        *([f"has been asked to {joined(tasks)}"] if tasks else []),
    ]
    why = f"{name} {joined(told)}. That is nobody's once they are gone."
    return {"title": f"Release {name}?", "why": why, "yes": f"Release {name}", "no": f"{name} stays"}
