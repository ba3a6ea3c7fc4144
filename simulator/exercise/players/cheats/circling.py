"""Cheats that go round in circles, each time as if it were the first: nothing is ever learnt."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.exercise.players.cheats.waiting import Waiter
from simulator.exercise.players.ordering import order
from simulator.exercise.players.shotgun import QUICK
from simulator.exercise.sight import Sight

ASKS = 4 * MINUTE
"""How often somebody asks what changed."""


class AsksForEver(Waiter):
    """Tells everybody everything in time, and asks over and over what changed: always a good question."""

    name = "asks-for-ever"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The question again, of whoever is free and was asked longest ago."""
        due = sight.now - self.sent.get("asked", -ASKS) >= ASKS
        free = [person for person in sight.led if not sight.busy(person)]
        if due and free and sight.board.declared is not None and sight.board.mitigated is None:
            asked = min(free, key=lambda person: self.sent.get(f"asked {person}", 0))
            self.sent["asked"] = self.sent[f"asked {asked}"] = sight.now
            yield f"investigate what changed by {sight.name(asked)} within 15m"
        yield from super().acts(sight)


class UndoesUnseen(Waiter):
    """Orders what is quick, has it undone before anybody can see what it did, and orders it again."""

    name = "undoes-unseen"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The undoing of what has been made; the same change again, or the next that can be undone."""
        board = sight.board
        if board.declared is None or board.mitigated is not None:
            return
        standing = [one for one in board.changes if one.reverted is None and one.failed is None]
        if standing:
            yield from self._undone(sight, standing[-1])
            return
        runbook = sight.organisation.runbook.values()
        quick = [one.name for one in runbook if one.takes.median <= QUICK and one.undo is not None]
        yield next(filter(None, (order(sight, change) for change in quick)), "")
        yield from super().acts(sight)

    def _undone(self, sight: Sight, attempt: Attempt) -> Iterator[str]:
        hands = sight.able(sight.runbook(attempt.change).on)
        if attempt.done is not None and hands and attempt.id not in self.said:
            self.said.add(attempt.id)
            yield f"revert {attempt.change} by {sight.name(hands)}"
