"""Cheats that are out of it as soon as they can."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book_news import update
from simulator.exercise.players.book_people import opening
from simulator.exercise.players.cheats.waiting import Waiter
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

PADS = 20
"""So many follow-ups look like much thought."""


class Scripted(ABC):
    """Says its lines one after the other and then only waits."""

    name: ClassVar[str] = ""

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self.said: set[str] = set()
        self._lines: Iterator[str] | None = None

    def says(self, exercise: Exercise) -> str:
        """The next line."""
        sight = Sight(exercise)
        if self._lines is None:
            self._lines = self.lines(sight)
        return next(self._lines, "wait 30m")

    @abstractmethod
    def lines(self, sight: Sight) -> Iterator[str]:
        """Its lines, in order."""


class DeclaresAndResolves(Scripted):
    """Declares, tells everybody that it is over, resolves and goes, in the first two minutes."""

    name = "declares-and-resolves"

    def lines(self, sight: Sight) -> Iterator[str]:
        """From the declaration to the end without a pause."""
        yield next(iter(opening(sight, self.said)))
        for audience in sight.doctrine.clocks:
            yield update(sight, audience, "resolved")
        people = list(sight.organisation.people.values())
        yield "mitigated"
        yield "resolve"
        yield f'follow-up "find out why" for {people[0].name} due friday'
        yield f"review by {people[0].name} due thursday"
        yield "end"


class HandsOff(WellMannered):
    """Declares, hands command to the first who can take it, and says no more."""

    name = "hands-off"

    def agenda(self, sight: Sight) -> Iterator[str]:
        """The opening, a page for a commander, the hand-over; then silence."""
        if not sight.board.severity:
            yield from opening(sight, self.said)
            return
        trained = [p for p in sight.organisation.people.values() if p.role == "commander"]
        for person in trained[:1] or list(sight.organisation.people.values())[:1]:
            if person.id not in sight.board.people:
                yield f"page {person.name}"
            elif person.id in sight.board.here and trained and "handed" not in self.said:
                yield from self._hands_over(person.name)

    def _hands_over(self, name: str) -> Iterator[str]:
        if "report" not in self.said:
            self.said.add("report")
            yield 'sitrep "It is all yours."'
        self.said.add("handed")
        yield f"hand over to {name}"

    def acts(self, sight: Sight) -> Iterator[str]:
        """Nothing."""
        yield from ()


class PadsFollowUps(Waiter):
    """Waits, and hands out twenty follow-ups and a review while it does."""

    name = "pads-follow-ups"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One more piece of work for afterwards."""
        people = list(sight.organisation.people.values())
        given = sum(text.startswith("pad ") for text in self.said)
        if sight.board.declared is not None and given < PADS:
            self.said.add(f"pad {given}")
            yield f'follow-up "look into part {given + 1}" for {people[given % len(people)].name} due friday'
        if "pad review" not in self.said and sight.board.declared is not None:
            self.said.add("pad review")
            yield f"review by {people[0].name} due thursday"
        yield from super().acts(sight)
