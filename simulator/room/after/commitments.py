"""What people take away, in writing: when this happens, I will do that; by whom, and when to look again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from starlette.exceptions import HTTPException

from simulator.room.after.notes import name_of
from simulator.room.event import Event
from simulator.room.room import Room
from simulator.room.store import Body

LONGEST = 300
ASKED = {"when": "When what happens?", "will": "What will you do then?", "owner": "Whose is it?"}


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment. `by` is the day to look at it again, as `2026-11-30`.

    The owner may be another than the `author`, who wrote it down, in the minute `written` (UTC).
    """

    when: str
    will: str
    owner: str
    by: str
    author: str
    written: str

    def __str__(self) -> str:
        said = f"When {self.when}, I will {self.will}. ({self.owner}, look at it again on {self.by}"
        minute = f" on {self.written} UTC" if self.written else ""
        return f"{said}; written down by {self.author}{minute})"


def commitments_of(room: Room) -> tuple[Commitment, ...]:
    """All that were written down in a room, in order."""
    return tuple(_commitment(room, event) for event in room.kept("committed"))


def _commitment(room: Room, event: Event) -> Commitment:
    when, will, owner, by = (str(event.body[name]) for name in ("when", "will", "owner", "by"))
    return Commitment(when, will, owner, by, name_of(room, event.who), _minute(event.when))


def _minute(when: float) -> str:
    """A wall clock's second as a day and a minute; empty where it was not noted."""
    return datetime.fromtimestamp(when, UTC).strftime("%Y-%m-%d %H:%M") if when else ""


def commit(room: Room, who: str, said: Body) -> None:
    """Write one down."""
    for name, question in ASKED.items():
        if not said[name]:
            raise HTTPException(400, question)
    try:
        date.fromisoformat(str(said["by"]))
    except ValueError:
        raise HTTPException(400, "By which day will you look at it again?") from None
    room.keep("committed", who, {name: " ".join(str(text).split()) for name, text in said.items()})


def as_markdown(title: str, made: Sequence[Commitment]) -> str:
    """A list to put where the team keeps such things."""
    lines = [f"- [ ] {each}" for each in made] or ["Nothing was written down."]
    return "\n".join([f"# Commitments after {title}", "", *lines, ""])
