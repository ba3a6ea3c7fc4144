"""The player that does everything by the book, and loses no minute over it."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import HazardChecked, Paged
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_asking import what_changed
from simulator.exercise.players.book_changes import advise
from simulator.exercise.sight import Sight
from simulator.exercise.standing_by import free

NEEDED = 2
"""So many of the next steps have somebody paged for them beforehand."""
NEXT = 4
"""While a change is under way, hazards are checked of so many of the best others."""
UNANSWERED = 2 * MINUTE
"""Whoever has not acknowledged a page after so long is not counted on (assumption: most do within two)."""


class Impatient(Sight):
    """A view in which nobody counts as coming whose page has rung for a while without an answer."""

    @cached_property
    def _rung(self) -> Mapping[str, int]:
        """When each person was last paged."""
        return {fact.person: entry.at for entry, fact in each(self.seen, Paged)}

    @cached_property
    def ringing(self) -> Mapping[str, int]:
        """Whose page has not been acknowledged, with the seconds that it has rung."""
        people = self.board.people.items()
        return {p: self.now - self._rung.get(p, self.now) for p, state in people if state == "paged"}

    def coming(self, place: str) -> bool:
        """Whether someone who can work on a place is on the way, or was paged a moment ago."""
        here = {p for p, state in self.board.people.items() if state == "acknowledged"}
        here |= {p for p, rung in self.ringing.items() if rung < UNANSWERED}
        return any(self.knows(person, place) for person in here)


class Optimum(ByTheBook):
    """By the book, quicker: it acts on news when it comes, pages ahead, and checks plan B meanwhile.

    Who does not answer a page has a colleague paged as well, long before the page is missed; what changed is
    asked while the first change is made. It knows no more than the seat.
    """

    name = "optimum"

    def sight_of(self, exercise: Exercise) -> Impatient:
        """What it has before its eyes: it counts on nobody who does not answer."""
        return Impatient(exercise)

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
            if not sight.able(place) and not sight.coming(place):
                page = _next_of(sight, place)
                if page and f"ahead {page} {place}" not in self.said:
                    self.said.add(f"ahead {page} {place}")
                    yield page

    def acts(self, sight: Sight) -> Iterator[str]:
        """The best next step; while it is under way, what may make the one after it dangerous."""
        yield from super().acts(sight)
        if sight.board.open_changes and sight.board.mitigated is None:
            yield from self._checks(sight)
            yield from self._what_changed(sight)

    def _checks(self, sight: Sight) -> Iterator[str]:
        """The hazards of the best of the other changes, by whoever is free."""
        checked = {fact.change for _, fact in each(sight.seen, HazardChecked)}
        tried = {attempt.change for attempt in sight.board.changes}
        advice = advise(sight)
        untried = [name for name in advice.quotes.names if name[0] == "change" and name[1] not in tried]
        for change in [choice.name for choice in advice.first(NEXT, untried)]:
            dangerous = sight.scenario.dangers_of(change) and change not in checked
            person = sight.hands(sight.runbook(change).on) if dangerous else ""
            if person and f"ahead {change}" not in self.said:
                self.said.add(f"ahead {change}")
                yield f"check {change} by {sight.name(person)}"

    def _what_changed(self, sight: Sight) -> Iterator[str]:
        """The question of what changed, to somebody free, so that nobody waits for it later."""
        for person in [one for one in free(sight) if sight.organisation.people[one].knows][:1]:
            yield from what_changed(sight, self.said, person)


def _next_of(sight: Sight, place: str) -> str:
    """The page for whoever is next to be called: who is on call, then the others, who are awake first."""
    page = sight.summon(place)
    service = sight.organisation.services.get(place)
    if service is None or page == f"page {service.team}":
        return page
    states = sight.board.people
    others = [p for p in sight.organisation.people if sight.knows(p, place)]
    fresh = sorted((p for p in others if states.get(p) is None), key=lambda p: not sight.awake(p))
    return f"page {sight.name(fresh[0])}" if fresh else page
