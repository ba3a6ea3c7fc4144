"""The player that does everything by the book, and loses no minute over it."""

from collections.abc import Iterator

from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_changes import advise
from simulator.exercise.players.sight import Sight

NEEDED = 2
"""So many of the next steps have somebody paged for them beforehand."""
NEXT = 4
"""While a change is under way, hazards are checked of so many of the best others."""


class Optimum(ByTheBook):
    """By the book, quicker: it acts on news when it comes, pages ahead, and checks plan B meanwhile.

    It knows no more than the seat.
    """

    name = "optimum"

    def says(self, exercise: Exercise) -> str:
        """As by the book; where the book waits for a while, it waits for news."""
        text = super().says(exercise)
        verb, _, seconds = text.partition(" ")
        return f"wait until news for up to {seconds}" if verb == "wait" else text

    def agenda(self, sight: Sight) -> Iterator[str]:
        """Who is going to be needed is paged first."""
        if sight.board.severity and sight.board.mitigated is None:
            yield from self._pages(sight)
        yield from super().agenda(sight)

    def _pages(self, sight: Sight) -> Iterator[str]:
        for kind, name in advise(sight).path[:NEEDED]:
            place = name if kind == "look" else sight.runbook(name).on
            if f"ahead {place}" not in self.said and not sight.able(place) and not sight.coming(place):
                self.said.add(f"ahead {place}")
                yield sight.summon(place)

    def acts(self, sight: Sight) -> Iterator[str]:
        """The best next step; while it is under way, what may make the one after it dangerous."""
        yield from super().acts(sight)
        if sight.board.open_changes and sight.board.mitigated is None:
            yield from self._checks(sight)

    def _checks(self, sight: Sight) -> Iterator[str]:
        """The hazards of the best of the other changes, by whoever is free."""
        checked = {fact.change for _, fact in each(sight.seen, HazardChecked)}
        tried = {attempt.change for attempt in sight.board.changes}
        ranked = [choice.name for choice in advise(sight).ranked if choice.kind == "change"]
        for change in [name for name in ranked if name not in tried][:NEXT]:
            dangerous = sight.scenario.dangers_of(change) and change not in checked
            person = sight.hands(sight.runbook(change).on) if dangerous else ""
            if person and f"ahead {change}" not in self.said:
                self.said.add(f"ahead {change}")
                yield f"check {change} by {sight.name(person)}"
