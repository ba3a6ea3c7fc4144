"""Observers' notes: pinned to a line, seen by observers and the facilitator, edited by nobody."""

from collections.abc import Mapping, Sequence
from typing import Any

from starlette.exceptions import HTTPException

from simulator.debrief.observed import Seen
from simulator.domain.doctrine import AXES, Doctrine
from simulator.domain.seats import FACILITATOR, OBSERVER
from simulator.domain.value import Value, replace
from simulator.room.channel import shows
from simulator.room.event import Event
from simulator.room.room import Room
from simulator.room.seats import SEATS

WATCHERS = (OBSERVER, FACILITATOR)
LONGEST, BEST = 1000, 5


class Note(Value):
    """A note by its number within the room, from 1; `withdrawn` once its writer took it back.

    `competence` is a topic of the scorecard, `role` whose part it is about; both may be empty. One that was
    written anew is `replaced`: what it says now is another note, which is `edited`.
    """

    number: int
    at: int
    who: str
    by: str
    entry: int
    text: str
    rating: int
    competence: str
    withdrawn: bool
    role: str = ""
    replaced: bool = False
    edited: bool = False


def notes_of(room: Room) -> tuple[Note, ...]:
    """Every note of a room in the order they were written, those that were withdrawn marked as such."""
    gone = {event.body["withdraws"] for event in room.notes if "withdraws" in event.body}
    anew = {event.body["replaces"] for event in room.notes if "replaces" in event.body}
    numbered = list(enumerate(room.notes, 1))
    return tuple(
        replace(_note(room, number, event, number in gone | anew), replaced=number in anew)
        for number, event in numbered
        if "withdraws" not in event.body
    )


def _note(room: Room, number: int, event: Event, withdrawn: bool) -> Note:
    body = event.body
    return Note(
        number, event.at, event.who, name_of(room, event.who), int(body["entry"]), str(body["text"]),
        int(body["rating"]), str(body["competence"]), withdrawn, str(body.get("role", "")),
        edited="replaces" in body,
    )  # fmt: skip


def name_of(room: Room, who: str) -> str:
    """What somebody who was in the room is called."""
    person = room.people.get(who)
    return person.name if person else "the facilitator"


def seen_of(room: Room) -> tuple[Seen, ...]:
    """The notes that stand, for the debrief."""
    ats = {entry.number: entry.at for entry in room.exercise.entries}
    return tuple(
        Seen(note.entry, ats.get(note.entry, note.at), note.by, note.text, note.rating, _about(note))
        for note in notes_of(room)
        if not note.withdrawn
    )


def _about(note: Note) -> str:
    """What a note is about, in words: its topic and whose part."""
    role = SEATS[note.role].title.lower() if note.role in SEATS else note.role
    return ", ".join(filter(None, (note.competence, role)))


def marks(room: Room) -> list[Mapping[str, Any]]:
    """The pins that stand as marks of a time axis, for the replay."""
    return [
        {"at": seen.at, "kind": "note", "text": f"{seen.by}: {seen.text or _stars(seen.rating)}"}
        for seen in sorted(seen_of(room), key=lambda each: each.at)
    ]


def _stars(rating: int) -> str:
    return f"{rating} of 5"


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
            "role": note.role, "edited": note.edited,
            "mine": note.who == who,
        }
        for note in sorted(notes_of(room), key=lambda each: (each.entry, each.number))
        if note.entry in places and not note.replaced
        and (room.exercise.over or seat == FACILITATOR or note.who != FACILITATOR)
    ]  # fmt: skip


def told(room: Room, seat: str, who: str) -> Mapping[str, Any]:
    """The part of what a seat is sent over its socket; only those who watch are sent it."""
    return {"notes": shown(room, seat, who)}


def _lines(room: Room, seat: str) -> Sequence[int]:
    """The numbers of the entries that a seat may see, in order: its first line, its second."""
    exercise = room.exercise
    return [entry.number for entry in exercise.entries if shows(exercise, entry, seat, room.since)]


class Words(Value):
    """What somebody writes: the text, a rating from 1 to 5 (0: none), the topic and the role it is about."""

    text: str
    rating: int = 0
    competence: str = ""
    role: str = ""


def pin(room: Room, seat: str, who: str, line: int, told: Words) -> None:
    """Pin a note to a seat's line."""
    lines = _lines(room, seat)
    if not 1 <= line <= len(lines):
        raise HTTPException(400, "There is no such line.")
    _write(room, who, lines[line - 1], told)


def edit(room: Room, who: str, number: int, told: Words) -> None:
    """Write a note of one's own anew, at the same line. The first words stay on record."""
    note = _own(room, who, number)
    if note.withdrawn:
        raise HTTPException(409, "That note has been taken back, or written anew.")
    _write(room, who, note.entry, told, number)


def _write(room: Room, who: str, entry: int, told: Words, replaces: int = 0) -> None:
    text = " ".join(told.text.split())
    if not text and not told.rating:
        raise HTTPException(400, "Write something, or give a rating.")
    if told.competence and told.competence not in competences(room.outage.doctrine):
        raise HTTPException(400, f"{told.competence!r} is no competence of this process.")
    if told.role and told.role not in SEATS:
        raise HTTPException(400, f"{told.role!r} is no role here.")
    more: dict[str, str | int] = {"role": told.role} if told.role else {}
    if replaces:
        more["replaces"] = replaces
    room.note(who, entry, text, told.rating, told.competence, more=more)


def _own(room: Room, who: str, number: int) -> Note:
    note = next((each for each in notes_of(room) if each.number == number), None)
    if note is None or note.who != who:
        raise HTTPException(403, "That is not your note.")
    return note


def withdraw(room: Room, who: str, number: int) -> None:
    """Take a note of one's own back. It stays on record, marked."""
    note = _own(room, who, number)
    if not note.withdrawn:
        room.note(who, note.entry, "", withdraws=number)
