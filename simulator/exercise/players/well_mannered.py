"""What most players share: they take command, tell people and let them go by the book."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from simulator.domain.duration import HOUR, MINUTE
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book_close import close, close_due
from simulator.exercise.players.book_news import AHEAD, news
from simulator.exercise.players.book_outside import outside
from simulator.exercise.players.book_people import opening, relief, rest
from simulator.exercise.players.book_severity import rise_due, severity
from simulator.exercise.players.book_team import next_due, team
from simulator.exercise.sight import Sight

PATIENCE = 2 * MINUTE
REFUSED_FOR = 10 * MINUTE
SKIPS = 30 * MINUTE
SETTLED = 2 * HOUR
"""In an outage of days it skips what is quiet after so long."""


class WellMannered(ABC):
    """Leads the people by the book. What it does about the outage itself is its character: `acts`."""

    name: ClassVar[str] = ""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self.said: set[str] = set()
        self.sent: dict[str, int] = {}

    def says(self, exercise: Exercise) -> str:
        """The first thing that is to be said now; else it waits, no longer than until the next update.

        What was refused a moment ago would be refused again.
        """
        sight = self.sight_of(exercise)
        lately = sight.now - REFUSED_FOR
        said = next((text for text in self.agenda(sight) if text and not sight.refused(text, lately)), "")
        return said or self.waits(sight)

    def waits(self, sight: Sight) -> str:
        """How it lets time pass."""
        return _wait(sight)

    def sight_of(self, exercise: Exercise) -> Sight:
        """What it has before its eyes."""
        return Sight(exercise)

    def agenda(self, sight: Sight) -> Iterator[str]:
        """What there is to say, most urgent first."""
        yield from opening(sight, self.said)
        yield from severity(sight)
        yield from news(sight, self.sent)
        yield from team(sight, self.said)
        yield from relief(sight, self.said)
        yield from rest(sight, self.said)
        yield from outside(sight, self.said)
        yield from self.acts(sight)
        yield from close(sight, self.said, self.sent)

    @abstractmethod
    def acts(self, sight: Sight) -> Iterator[str]:
        """What is to be done about the outage."""


def _wait(sight: Sight) -> str:
    due = next_due(sight)
    dues = [due - AHEAD - sight.now for due in sight.due.values()]
    dues += [] if due is None else [due - sight.now]
    dues += [at - sight.now for at in _foreseen(sight)] if sight.scenario.boss else []
    settled = sight.now >= SETTLED and not (sight.board.mitigated and _writing(sight))
    if sight.scenario.boss and settled and min(dues, default=0) > 3 * PATIENCE:
        return f"skip {min(SKIPS, *dues)}s"
    seconds = min([PATIENCE, *(left for left in dues if left > 0)])
    return f"wait {max(10, seconds)}s"


def _foreseen(sight: Sight) -> Iterator[int]:
    """The seconds at which the clock alone asks for something, which is not to be slept through."""
    for at in (rise_due(sight), close_due(sight)):
        if at is not None and at > sight.now:
            yield at


def _writing(sight: Sight) -> bool:
    """Whether somebody is writing an update: it is waited for before people are let go."""
    return any(work.what == "write" for work in sight.board.work.values())
