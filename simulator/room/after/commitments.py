"""What people take away, in writing: when this happens, I will do that; by whom, and when to look again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.exceptions import HTTPException

from simulator.room.room import Room
from simulator.room.store import Body

LONGEST = 300
ASKED = {"when": "When what happens?", "will": "What will you do then?", "owner": "Whose is it?"}


@dataclass(frozen=True, slots=True)
class Commitment:
    """One commitment. `by` is the day to look at it again, as `2026-11-30`."""

    when: str
    will: str
    owner: str
    by: str

    def __str__(self) -> str:
        return f"When {self.when}, I will {self.will}. ({self.owner}, by {self.by})"


def commitments_of(room: Room) -> tuple[Commitment, ...]:
    """All that were written down in a room, in order."""
    return tuple(
        Commitment(*(str(event.body[name]) for name in ("when", "will", "owner", "by")))
        for event in room.kept("committed")
    )


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
