"""Everything of a game day in one file, to keep: recordings, debriefs, notes, commitments."""

import io
import json
from collections.abc import Iterator, Sequence
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from simulator.domain.seats import FACILITATOR
from simulator.domain.value import parts_of
from simulator.library.debriefing import FORMS, written
from simulator.room.after.commitments import as_markdown, commitments_of
from simulator.room.after.kept import report
from simulator.room.after.notes import notes_of
from simulator.room.after.talk import as_text, talk_of
from simulator.room.after.teams import comparison, name_of
from simulator.room.room import Room

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The day that a file of a zip bears when no day is meant: the same room gives the same bytes."""


def bundle(rooms: Sequence[Room]) -> bytes:
    """A zip with a folder for each room; where there are several, with the page that shows them together."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as kept:
        for name, text in _files(rooms):
            kept.writestr(ZipInfo(name, EPOCH), text, ZIP_DEFLATED)
    return made.getvalue()


def _files(rooms: Sequence[Room]) -> Iterator[tuple[str, str]]:
    if len(rooms) > 1:
        yield "side-by-side.html", comparison(rooms)
    for room in rooms:
        called = name_of(room)
        folder = room.code if called == room.code else f"{_plain(called)}-{room.code}"
        yield from ((f"{folder}/{name}", text) for name, text in files_of(room))


def files_of(room: Room) -> Iterator[tuple[str, str]]:
    """The files of one room."""
    scenario, told = room.outage.scenario, report(room, FACILITATOR)
    yield f"{scenario.id}-{room.seed}.jsonl", room.exercise.recording.text()
    yield from ((f"debrief.{form}", written(told, form)) for form in FORMS)
    notes, made = notes_of(room), commitments_of(room)
    yield "notes.json", _json([parts_of(note) for note in notes])
    yield "commitments.json", _json([parts_of(each) for each in made])
    yield "commitments.md", as_markdown(scenario.title, made)
    yield "talk.txt", as_text(talk_of(room))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _plain(name: str) -> str:
    """A name as it may stand in a path on any system."""
    return "".join(letter if letter.isalnum() else "-" for letter in name).strip("-") or "room"
