"""What is owed to whom, and how late it is."""

from dataclasses import dataclass

from simulator.domain.duration import show_clock, show_minutes
from simulator.exercise.players.sight import Sight

SOON = 300
"""Seconds before its time from which an update is worth a thought."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next update that an audience is owed."""

    audience: str
    at: int
    now: int
    promised: bool

    @property
    def late(self) -> bool:
        """Whether its time has passed."""
        return self.at < self.now

    @property
    def left(self) -> str:
        """How long there is, or how late it is: `in 4 min`, `6 min LATE`."""
        span = show_minutes(abs(self.at - self.now))
        return f"{span} LATE" if self.late else f"in {span}"

    def __str__(self) -> str:
        kept = "promised" if self.promised else "due"
        return f"{kept} by {show_clock(self.at)}, {self.left}"


def dues(sight: Sight) -> list[Due]:
    """What is owed to each audience, the most pressing first."""
    promised = sight.board.promised
    owed = (Due(who, at, sight.now, promised.get(who) == at) for at, who in sight.dues)
    return sorted(owed, key=lambda due: due.at)
