"""What people take away, in writing: when this happens, I will do that; by whom, and when to look again."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from time import time
from typing import Any

from starlette.exceptions import HTTPException

from simulator.domain.plain_text import plain
from simulator.domain.seats import FACILITATOR
from simulator.domain.value import Value, replace
from simulator.room.after.notes import name_of
from simulator.room.event import Event
from simulator.room.room import Room
from simulator.room.store import Body

LONGEST = 1000
ASKED = {"when": "When what happens?", "will": "What will you do then?", "owner": "Whose is it?"}
_BROUGHT = re.compile(r"^(?:when(?:ever)?|then|i will|i'll)\b[ ,:]*", re.IGNORECASE)
"""What people begin with although the sentence does: `When ...`, `I will ...`."""
BEHIND = timedelta(hours=12)
"""A day is over when it is over everywhere: where the clock is furthest behind that of the server (UTC)."""


class Commitment(Value):
    """One commitment, by its number in the room. `by` is the day to look at it again, as `2026-11-30`.

    The owner may be another than the `author` (`who` by id), who wrote it down in the minute `written` (UTC).
    """

    number: int
    when: str
    will: str
    owner: str
    by: str
    author: str
    written: str
    who: str = ""

    def __str__(self) -> str:
        when, will = _bare(self.when), _bare(self.will)
        said = f"When {when}, I will {will}. ({self.owner}, look at it again on {self.by}"
        minute = f" on {self.written} UTC" if self.written else ""
        return f"{said}; written down by {self.author}{minute})"


def commitments_of(room: Room) -> tuple[Commitment, ...]:
    """All that stand in a room, in the order they were first written; what was corrected keeps its place."""
    standing: dict[int, Commitment] = {}
    for number, event in enumerate(room.kept("committed"), 1):
        if "withdraws" in event.body:
            standing.pop(int(event.body["withdraws"]), None)
        elif "replaces" in event.body:
            first = standing[int(event.body["replaces"])]
            anew = _commitment(room, first.number, event)
            standing[first.number] = replace(anew, author=first.author, who=first.who)
        else:
            standing[number] = _commitment(room, number, event)
    return tuple(standing.values())


def _commitment(room: Room, number: int, event: Event) -> Commitment:
    when, will, owner, by = (str(event.body[name]) for name in ("when", "will", "owner", "by"))
    return Commitment(number, when, will, owner, by, name_of(room, event.who), _minute(event.when), event.who)


def _bare(said: str) -> str:
    """The words without those which the sentence brings itself; nothing of them is lost where that is all."""
    brought = _BROUGHT.match(plain(said))
    return said[brought.end() if brought else 0 :].strip().removesuffix(".").rstrip(" ,") or said


def _minute(when: float) -> str:
    """A wall clock's second as a day and a minute; empty where it was not noted."""
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M") if when else ""


def listed(room: Room, seat: str, who: str) -> list[Mapping[str, Any]]:
    """The commitments as a page shows them, and which of them its reader may correct or take back."""
    return [
        {
            "number": each.number, "when": each.when, "will": each.will, "owner": each.owner, "by": each.by,
            "says": str(each), "yours": _may(each, seat, who),
        }
        for each in commitments_of(room)
    ]  # fmt: skip


def _may(each: Commitment, seat: str, who: str) -> bool:
    """Whoever wrote it down may change it, and so may the facilitator."""
    return seat == FACILITATOR or each.who == who


def commit(room: Room, who: str, said: Body, key: str | None = None) -> None:
    """Write one down."""
    room.keep("committed", who, _checked(said), key)


def correct(room: Room, seat: str, who: str, number: int, said: Body) -> None:
    """Write one anew in its place. The first words stay on record."""
    _find(room, seat, who, number)
    room.keep("committed", who, {**_checked(said), "replaces": number})


def take_back(room: Room, seat: str, who: str, number: int) -> None:
    """Take one off the list. It stays on record."""
    _find(room, seat, who, number)
    room.keep("committed", who, {"withdraws": number})


def _find(room: Room, seat: str, who: str, number: int) -> None:
    found = next((each for each in commitments_of(room) if each.number == number), None)
    if found is None:
        raise HTTPException(404, "That one is not on the list any more.")
    if not _may(found, seat, who):
        raise HTTPException(403, f"That is for {found.author} to change, or for the facilitator.")


def _checked(said: Body) -> Body:
    """What was filled in, if all of it was, and the day is yet to come."""
    for name, question in ASKED.items():
        if not said[name]:
            raise HTTPException(400, question)
    try:
        day = date.fromisoformat(str(said["by"]))
    except ValueError:
        raise HTTPException(400, "By which day will you look at it again?") from None
    if day < (datetime.fromtimestamp(time(), UTC) - BEHIND).date():
        raise HTTPException(400, f"{day} is over. On which day to come will you look at it again?")
    return {name: " ".join(str(text).split()) for name, text in said.items()}


def as_markdown(title: str, made: Sequence[Commitment]) -> str:
    """A list to put where the team keeps such things."""
    lines = [f"- [ ] {each}" for each in made] or ["Nothing was written down."]
    return "\n".join([f"# Commitments after {title}", "", *lines, ""])
