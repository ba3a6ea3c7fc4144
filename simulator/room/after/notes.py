"""Observers' notes: pinned to a line, seen by observers and the facilitator, edited by nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from starlette.exceptions import HTTPException

from simulator.debrief.observed import Seen
from simulator.domain.doctrine import AXES, Doctrine
from simulator.domain.seats import FACILITATOR, OBSERVER
from simulator.room.event import Event
from simulator.room.room import Room
from simulator.room.view import shows

WATCHERS = (OBSERVER, FACILITATOR)
LONGEST, BEST = 1000, 5


@dataclass(frozen=True, slots=True)
class Note:
    """A note by its number within the room, from 1; `withdrawn` once its writer took it back."""

    number: int
    at: int
    who: str
    by: str
    entry: int
    text: str
    rating: int
    competence: str
    withdrawn: bool


def notes_of(room: Room) -> tuple[Note, ...]:
    """Every note of a room in the order they were written, those that were withdrawn marked as such."""
    gone = {event.body["withdraws"] for event in room.notes if "withdraws" in event.body}
    numbered = list(enumerate(room.notes, 1))
    return tuple(
        _note(room, number, event, number in gone)
        for number, event in numbered
        if "withdraws" not in event.body
    )


def _note(room: Room, number: int, event: Event, withdrawn: bool) -> Note:
    body = event.body
    return Note(
        number, event.at, event.who, name_of(room, event.who), int(body["entry"]), str(body["text"]),
        int(body["rating"]), str(body["competence"]), withdrawn,
    )  # fmt: skip


def name_of(room: Room, who: str) -> str:
    """What somebody who was in the room is called."""
    person = room.people.get(who)
    return person.name if person else "the facilitator"


def seen_of(room: Room) -> tuple[Seen, ...]:
    """The notes that stand, for the debrief."""
    ats = {entry.number: entry.at for entry in room.exercise.entries}
    return tuple(
        Seen(note.entry, ats.get(note.entry, note.at), note.by, note.text, note.rating, note.competence)
        for note in notes_of(room)
        if not note.withdrawn
    )


def competences(doctrine: Doctrine) -> tuple[str, ...]:
    """What a note may be about: what is scored, and the roles of the process."""
    return (*AXES, *doctrine.roles)


def shown(room: Room, seat: str, who: str) -> list[Mapping[str, Any]]:
    """The notes as a seat is sent them, by its own numbers of lines.

    One that is pinned to a line which the seat may not see is not there for it, nor is, while it goes on, one
    of the facilitator's: they know what is wrong.
    """
    if not room.notes:
        return []
    places = {entry: place for place, entry in enumerate(_lines(room, seat), 1)}
    entries = room.exercise.entries
    return [
        {
            "number": note.number, "at": entries[note.entry - 1].at, "by": note.by,
            "n": places[note.entry], "text": note.text,
            "rating": note.rating, "competence": note.competence, "withdrawn": note.withdrawn,
            "mine": note.who == who,
        }
        for note in notes_of(room)
        if note.entry in places and (room.exercise.over or seat == FACILITATOR or note.who != FACILITATOR)
    ]  # fmt: skip


def told(room: Room, seat: str, who: str) -> Mapping[str, Any]:
    """The part of what a seat is sent over its socket; only those who watch are sent it."""
    return {"notes": shown(room, seat, who)}


def _lines(room: Room, seat: str) -> Sequence[int]:
    """The numbers of the entries that a seat may see, in order: its first line, its second."""
    entries = room.exercise.entries
    return [entry.number for entry in entries if shows(entry, seat, room.since)]


def pin(room: Room, seat: str, who: str, line: int, told: tuple[str, int, str]) -> None:
    """Pin a note to a seat's line. `told` is its text, rating and competence."""
    text, rating, competence = " ".join(told[0].split()), told[1], told[2]
    lines = _lines(room, seat)
    if not 1 <= line <= len(lines):
        raise HTTPException(400, "There is no such line.")
    if not text and not rating:
        raise HTTPException(400, "Write something, or give a rating.")
    if competence and competence not in competences(room.outage.doctrine):
        raise HTTPException(400, f"{competence!r} is no competence of this process.")
    room.note(who, lines[line - 1], text, rating, competence)


def withdraw(room: Room, who: str, number: int) -> None:
    """Take a note of one's own back. It stays on record, marked."""
    note = next((each for each in notes_of(room) if each.number == number), None)
    if note is None or note.who != who:
        raise HTTPException(403, "That is not your note.")
    if not note.withdrawn:
        room.note(who, note.entry, "", withdraws=number)
