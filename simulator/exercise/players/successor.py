"""The player that leads on after a hand-over: by the book, from what channel, board and brief told."""

from collections.abc import Iterator
from functools import cached_property
from typing import ClassVar

from simulator.domain.entry import each
from simulator.domain.fact import Answered, CommandHanded, Frozen, Noted, SitrepGiven
from simulator.domain.succession import FRESH
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_people import once
from simulator.exercise.players.instead import Instead
from simulator.exercise.sight import Sight


class FromTheChair(Sight):
    """What somebody sees who was one of those on the call: they count themselves no more."""

    @cached_property
    def here(self) -> tuple[str, ...]:
        """Who is on the call besides."""
        return tuple(person for person in self.board.here if person != self.board.commander)


class Successor(Instead):
    """Goes by the book in somebody's stead, and asks first what the brief left out.

    Without a brief it goes round those who have work in hand, which costs minutes of theirs and its own.
    """

    name: ClassVar[str] = "successor"

    def __init__(self, seed: int = 0) -> None:
        super().__init__()
        self.seed = seed

    def sight_of(self, exercise: Exercise) -> Sight:
        """What the one who leads now has before their eyes."""
        return FromTheChair(exercise)

    def agenda(self, sight: Sight) -> Iterator[str]:
        """First what is not known, then the book."""
        self.said.update(_done(sight))
        if not _briefed(sight):
            yield from _round(sight, self.said)
        if sight.board.resolved is None:
            yield from super().agenda(sight)
        else:
            yield from ByTheBook.agenda(self, sight)


def _done(sight: Sight) -> Iterator[str]:
    """What was seen to already, by the names that the book has for it."""
    if any(fact.topic == "options" for _, fact in each(sight.seen, Answered)):
        yield "options"
    if any(True for _ in each(sight.seen, Frozen)):
        yield "freeze"


def _briefed(sight: Sight) -> bool:
    """Whether somebody summed it up shortly before command was handed over, or since."""
    handed = [entry.at for entry, _ in each(sight.seen, CommandHanded)]
    told = [entry.at for kind in (SitrepGiven, Noted) for entry, _ in each(sight.seen, kind)]
    return max(told, default=-FRESH - 1) >= (handed[0] if handed else 0) - FRESH


def _round(sight: Sight, said: set[str]) -> Iterator[str]:
    """A look at the board, then a question to everybody who has work in hand: nobody told how that goes."""
    yield from once(said, "board", "board")
    for work in sight.board.work.values():
        if work.owner in sight.here and work.owner in sight.organisation.people and work.what != "write":
            yield from once(said, f"round {work.owner}", f"ask {sight.name(work.owner)} for progress")


def successor(exercise: Exercise) -> Successor:
    """A successor for an exercise."""
    return Successor(exercise.seed)
