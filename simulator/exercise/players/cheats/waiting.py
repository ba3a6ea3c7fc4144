"""Cheats that talk, page and hand out work, and wait for somebody or something else to end it."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

SPAM = 2 * MINUTE
LONG = "8h"
"""A time-box that nobody can miss."""


class Waiter(WellMannered):
    """Tells everybody everything in time, changes nothing, and waits until it heals by itself."""

    name = "waiter"

    def acts(self, sight: Sight) -> Iterator[str]:
        """Nothing but the word that it is over, when it is."""
        if sight.board.mitigated is None and _calm(sight):
            yield "mitigated"


def _calm(sight: Sight) -> bool:
    """Whether every alert that fired has gone."""
    return sight.board.declared is not None and not sight.board.alerts and not sight.affected


class PageSpammer(Waiter):
    """Waits, and posts to the status page every other minute."""

    name = "page-spammer"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One more post."""
        if sight.board.mitigated is None and sight.now - self.sent.get("spam", -SPAM) >= SPAM:
            self.sent["spam"] = sight.now
            yield 'post status page investigating next in 2m saying "We are still on it."'
        yield from super().acts(sight)


class Contentless(WellMannered):
    """Leads by the book, and tells everybody the same empty sentence: always investigating, never of what."""

    name = "contentless"

    def acts(self, sight: Sight) -> Iterator[str]:
        """By the book."""
        yield from changes(sight, self.said)

    def agenda(self, sight: Sight) -> Iterator[str]:
        """By the book, with the content taken out of every update."""
        for text in super().agenda(sight):
            verb, _, rest = text.partition(" ")
            audience = next((name for name in sight.doctrine.clocks if rest.startswith(name)), "")
            if verb in ("post", "brief") and audience:
                promise = f" next in {_promised(text)}" if " next in " in text else ""
                yield f'{verb} {audience} investigating{promise} saying "We are working on it."'
            else:
                yield text


def _promised(text: str) -> str:
    return text.partition(" next in ")[2].split()[0]


class MassPager(Waiter):
    """Pages everyone there is, for coverage, and has each of them look at one thing."""

    name = "mass-pager"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The next page, then a look for whoever has come."""
        for person in sight.organisation.people:
            if sight.board.declared is not None and person not in sight.board.people:
                yield f"page {sight.name(person)}"
        for number, person in enumerate(sight.board.here):
            if not sight.busy(person) and sight.board.mitigated is None and person not in self.said:
                self.said.add(person)
                place = sight.scenario.places[number % len(sight.scenario.places)]
                yield f"investigate {place} by {sight.name(person)}"
        yield from super().acts(sight)


class Assigner(Waiter):
    """Hands every place out for eight hours, so that no time-box is missed, and never asks again."""

    name = "assigner"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The next place, for somebody who is free; a page where nobody is."""
        for place in sight.scenario.places if sight.board.mitigated is None else ():
            person = sight.hands(place)
            if person and place not in self.said:
                self.said.add(place)
                yield f"investigate {place} by {sight.name(person)} within {LONG}"
            elif not sight.able(place) and not sight.coming(place) and place not in self.said:
                yield sight.summon(place)
        yield from super().acts(sight)


class Serialiser(WellMannered):
    """One thing at a time to the letter: every place is looked at in turn before anything else."""

    name = "serialiser"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The next place; only when all have been looked at, a change."""
        board = sight.board
        if board.declared is None or board.mitigated is not None or (board.work and not board.changes):
            return
        left = [p for p in sight.scenario.places if p not in self.said and _within_reach(sight, p)]
        if left and not board.changes:
            yield from self._look(sight, left[0])
        else:
            yield from changes(sight, self.said)

    def _look(self, sight: Sight, place: str) -> Iterator[str]:
        person = sight.hands(place)
        if person:
            self.said.add(place)
            yield f"investigate {place} by {sight.name(person)}"
        elif not sight.able(place) and not sight.coming(place):
            yield sight.summon(place)


def _within_reach(sight: Sight, place: str) -> bool:
    return bool(sight.able(place) or sight.coming(place) or sight.summon(place))
