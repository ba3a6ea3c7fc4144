"""Cheats that lead by the book and tell nothing: words about nothing, and a way round in ever other words."""

import re
from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.book_known import state_now
from simulator.exercise.sight import Sight

NONSENSE = 'saying "Banana carrot."'
SPAM = 2 * MINUTE
_SAYING = re.compile(r'saying "[^"]*"$')


class HollowWords(ByTheBook):
    """Leads by the book, state and scope and all; what it says in words has nothing to do with anything."""

    name = "hollow-words"

    def agenda(self, sight: Sight) -> Iterator[str]:
        """By the book, with nonsense for the words of every update."""
        for text in super().agenda(sight):
            update = text.startswith(("post ", "brief "))
            yield _SAYING.sub(NONSENSE, text) if update else text


class WorkaroundSpammer(ByTheBook):
    """Leads by the book, and posts a way round in ever other words that nobody can check."""

    name = "workaround-spammer"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One more post every other minute, until it is resolved."""
        board = sight.board
        open_ = board.declared is not None and board.resolved is None
        if open_ and "status page" in board.heard and sight.now - self.sent.get("spam", -SPAM) >= SPAM:
            self.sent["spam"] = sight.now
            yield self._more(sight)
        yield from super().acts(sight)

    def _more(self, sight: Sight) -> str:
        self.said.add(f"spam {sight.now}")
        times = sum(text.startswith("spam ") for text in self.said)
        scope = f" affecting {', '.join(sight.affected)}" if sight.affected else ""
        return (
            f'post status page {state_now(sight)}{scope} workaround "reload the page {times} times" '
            'next in 20m saying "Some customers cannot work. We are at it."'
        )
