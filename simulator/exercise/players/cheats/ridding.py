"""Cheats that mend the outage by the book, and rid themselves of leading the people whom they call in."""

from abc import abstractmethod
from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.book_close import close
from simulator.exercise.players.book_news import news
from simulator.exercise.players.book_people import opening
from simulator.exercise.players.book_severity import severity
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

REPORTS = 15 * MINUTE
BOX = "20m"


class Unled(WellMannered):
    """Pages everyone there is, sends updates and makes changes by the book, and leads nobody of them."""

    def agenda(self, sight: Sight) -> Iterator[str]:
        """The declaration, the way out, everybody's page; then updates, changes and the end."""
        if not sight.board.severity:
            yield from opening(sight, self.said)
            return
        yield from self.way_out(sight)
        yield from severity(sight)
        yield from news(sight, self.sent)
        for person in sight.organisation.people:
            if person not in sight.board.people:
                yield f"page {sight.name(person)}"
        yield from self.acts(sight)
        yield from close(sight, self.said, self.sent)

    def acts(self, sight: Sight) -> Iterator[str]:
        """By the book."""
        yield from changes(sight, self.said)

    @abstractmethod
    def way_out(self, sight: Sight) -> Iterator[str]:
        """What it says so that nothing more is owed to those on the call."""


class MitigatedAtOnce(Unled):
    """Calls it mitigated as soon as it has declared: nobody has to be led in what is over."""

    name = "mitigated-at-once"

    def __init__(self, seed: int = 0) -> None:
        super().__init__(seed)
        self._said_at: int | None = None

    def sight_of(self, exercise: Exercise) -> Sight:
        """What it has before its eyes; it knows that its own first word was none."""
        sight = super().sight_of(exercise)
        called = sight.board.mitigated
        self._said_at = called if self._said_at is None else self._said_at
        if called is not None and called == self._said_at:
            sight.board = replace(sight.board, mitigated=None)
        return sight

    def way_out(self, sight: Sight) -> Iterator[str]:
        """The word, at once."""
        if self._said_at is None:
            yield "mitigated"


class TitlesForAll(Unled):
    """Passes every role round, has everybody lead a workstream without work, and reports a bare number."""

    name = "titles-for-all"

    def way_out(self, sight: Sight) -> Iterator[str]:
        """A report that is due, then what the next one on the call has not had."""
        reports = sum(text.startswith("report ") for text in self.said)
        if sight.board.here and sight.now >= REPORTS * reports:
            self.said.add(f"report {reports}")
            yield f"sitrep {reports + 1}"
        for person in sight.board.here:
            for text in _titles(sight, person):
                if text not in self.said:
                    self.said.add(text)
                    yield text


def _titles(sight: Sight, person: str) -> Iterator[str]:
    for role in sight.doctrine.roles:
        if role != COMMANDER:
            yield f"assign {role} to {sight.name(person)}"
    yield f"workstream open of-{person} led by {sight.name(person)} within {BOX}"
