"""The player that goes on with what is done about the outage, and leaves it to others to tell of it.

What customers lose hangs on what is found and what is changed. Who plays a choice on in many worlds to learn
what it costs there need not write the updates too, which would be most of the words.
"""

from collections.abc import Iterator
from typing import ClassVar

from simulator.domain.duration import MINUTE
from simulator.exercise.players.book_close import over
from simulator.exercise.players.book_outside import outside
from simulator.exercise.players.book_people import opening, relief, rest
from simulator.exercise.players.book_team import kept_at_work
from simulator.exercise.players.instead import Instead
from simulator.exercise.sight import Sight

LOOKS_UP = 5 * MINUTE
"""It looks up after so long, though nobody has said anything."""
A_WHILE = f"wait {LOOKS_UP // MINUTE}m"


class Fixer(Instead):
    """A given step first, then by the book: the people it takes, looks and changes."""

    name: ClassVar[str] = "fixer"

    def by_the_book(self, sight: Sight) -> Iterator[str]:
        """What there is to do about the outage, most urgent first."""
        yield from opening(sight, self.said)
        yield from kept_at_work(sight, self.said)
        yield from relief(sight, self.said)
        yield from rest(sight, self.said)
        yield from outside(sight, self.said)
        yield from self.acts(sight)
        yield from over(sight)

    def waits(self, sight: Sight) -> str:
        """A while: no update falls due, and whoever has news says so."""
        return A_WHILE
