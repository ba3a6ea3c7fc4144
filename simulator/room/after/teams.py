"""Parallel rooms: the same outage and seed for several teams, side by side while they play and afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from simulator.debrief.teams import Course, course_of, teams_page
from simulator.domain.seats import FACILITATOR
from simulator.library import Outage
from simulator.library.debriefing import to_its_end
from simulator.library.places import shipped
from simulator.room.after.kept import kept
from simulator.room.keys import new_id
from simulator.room.room import Room
from simulator.room.rooms import Rooms
from simulator.scoring.case import Case

MOST = 12
"""Teams at once: more do not fit on one page."""
LAST = 4
"""Lines of the channel that are shown of each."""


def name_of(room: Room) -> str:
    """What a room is called: the team's name, or its code."""
    return str(room.origin.get("team") or room.origin.get("name") or room.code)


def open_for(rooms: Rooms, outage: Outage, teams: Sequence[str], seed: int | None) -> tuple[Room, ...]:
    """A room for each team, all with the same luck."""
    together = new_id()
    opened: list[Room] = []
    for team in teams:
        same = seed if not opened else opened[0].seed
        opened.append(rooms.open(outage, same, {"set": together, "team": team}))
    return tuple(opened)


def set_of(room: Room) -> str:
    """The id of the set that a room belongs to, empty for one by itself."""
    return str(room.origin.get("set", ""))


def beside(rooms: Rooms, together: str) -> tuple[Room, ...]:
    """The rooms of a set, by the names of their teams."""
    found = rooms.opened_for("set", together) if together else ()
    return tuple(sorted(found, key=lambda room: (name_of(room), room.code)))


def standing(room: Room) -> Mapping[str, Any]:
    """How a room stands, for the facilitator: clock, severity, stage, open changes, what was heard last."""
    board, lines = room.board("commander"), room.lines(FACILITATOR)
    heard = [line for line in lines if (line["news"] or "said" in line) and not line["truth"]][-LAST:]
    return {
        "id": room.id, "team": name_of(room), "code": room.code, **room.standing(),
        "severity": board["severity"], "stage": board["stage"],
        "lines": [{"at": line["at"], "text": _text(line), "tone": line["tone"]} for line in heard],
        "changes": [_change(each) for each in board["changes"] if each["open"]],
        "people": [person.name for person in room.people.values() if person.seat],
    }  # fmt: skip


def _text(line: Mapping[str, Any]) -> str:
    return f"{line['said']}: {line['text']}" if "said" in line else str(line["text"])


def _change(change: Mapping[str, Any]) -> str:
    return f"{change['id']} {change['change']}: {change['standing']}"


def course(room: Room) -> Course:
    """The course of a room's exercise, which is over."""
    return kept(room, "course", lambda: _course(room))


def _course(room: Room) -> Course:
    entries = to_its_end(room.exercise.recording, room.outage)
    return course_of(Case(room.outage.scenario, room.outage.doctrine, entries), name_of(room))


def comparison(rooms: Sequence[Room]) -> str:
    """The page on which they stand side by side."""
    outage = rooms[0].outage.scenario
    about = f"{len(rooms)} teams · {outage.organisation.title} · seed {rooms[0].seed}"
    return teams_page(outage.title, about, [course(room) for room in rooms], shipped("reports"))
