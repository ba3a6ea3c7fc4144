"""What is owed to whom, and how late it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.domain.audiences import audiences_of, unanswered
from simulator.domain.duration import MINUTE, show_clock, show_minutes
from simulator.exercise.sight import Sight

SOON = 5 * MINUTE
"""Seconds before its time from which an update is worth a thought."""
ANSWERED_WITHIN = 15 * MINUTE
"""Who asked, and is bound by no clock, is owed a word so soon (assumption); nothing is scored by it."""


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
    owed = (Due(who, at, sight.now, promised.get(who) == at) for at, who in (*sight.dues, *_beyond(sight)))
    return sorted(owed, key=lambda due: due.at)


def _beyond(sight: Sight) -> Iterator[tuple[int, str]]:
    """What is owed where the process has no clock running: a promise, what the law says, or an answer."""
    if sight.board.resolved is not None:
        return
    asked, clocked = unanswered(sight.seen, sight.organisation), {audience for _, audience in sight.dues}
    for audience in audiences_of(sight.organisation, sight.doctrine):
        if audience in clocked:
            continue
        word = asked[audience].at + ANSWERED_WITHIN if audience in asked else None
        owed = (sight.board.promised.get(audience), sight.board.notices.get(audience), word)
        times = [time for time in owed if time is not None]
        if times:
            yield min(times), audience
