"""What is owed to whom, and how late it is."""

from collections.abc import Iterator

from simulator.domain.audiences import audiences_of, unanswered
from simulator.domain.duration import MINUTE, show_clock, show_minutes
from simulator.domain.value import Value
from simulator.exercise.sight import Sight

SOON = 5 * MINUTE
"""Seconds before its time from which an update is worth a thought."""
ANSWERED_WITHIN = 15 * MINUTE
"""Who asked, and is bound by no clock, is owed a word so soon (assumption); nothing is scored by it."""


class Due(Value):
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
    """What each audience is owed next, the most pressing first."""
    first: dict[str, Due] = {}
    for due in owing(sight):
        first.setdefault(due.audience, due)
    return list(first.values())


def owing(sight: Sight) -> list[Due]:
    """All that is owed, the most pressing first: to an audience an update, and apart from it a notice by law.

    One update keeps a promise, satisfies the clock of the process and answers whoever asked: of these the
    soonest counts. Nothing is owed once it is resolved.
    """
    if sight.board.resolved is not None:
        return []
    promised = sight.board.promised
    times = dict.fromkeys((*_updates(sight), *((at, who) for who, at in sight.board.notices.items())))
    return sorted(
        (Due(who, at, sight.now, promised.get(who) == at) for at, who in times), key=lambda due: due.at
    )


def _updates(sight: Sight) -> Iterator[tuple[int, str]]:
    """The next update to each audience: by the process; by a promise, or as an answer, where it has none."""
    others = [who for who in audiences_of(sight.organisation, sight.doctrine) if who not in sight.due]
    asked = unanswered(sight.seen, sight.organisation) if others else {}
    yield from ((due, audience) for audience, due in sight.due.items())
    for audience in others:
        word = asked[audience].at + ANSWERED_WITHIN if audience in asked else None
        times = [time for time in (sight.board.promised.get(audience), word) if time is not None]
        if times:
            yield min(times), audience
