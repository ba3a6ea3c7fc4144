"""The flaw of changing a second thing before the first is understood."""

from collections.abc import Iterable

from simulator.domain.command import Command, Order
from simulator.domain.interaction import interact
from simulator.exercise.players.book_changes import advise
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight

RANKED = 6
"""The second change is looked for among so many of the best choices."""


class TwoAtOnce(Flawed):
    """While a change is under way it orders the next best one that touches the same things."""

    name = "two-at-once"
    axis = "sequencing"
    about = "orders the next best change while the first is under way"
    needs = "two changes that touch the same things and may both help"

    def sees(self, sight: Sight) -> Sight:
        """Of two that were made together, what matters is the one that helped."""
        sight.board.changes = tuple(
            sorted(sight.board.changes, key=lambda tried: tried.result == "recovered")
        )
        return sight

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """A companion for the one change in flight."""
        flying = sight.board.open_changes
        if len(flying) != 1 or flying[0].started is None or f"beside {flying[0].id}" in self.said:
            return
        if flying[0].staged:
            return
        self.said.add(f"beside {flying[0].id}")
        for change in self._others(sight, flying[0].change):
            person = sight.hands(sight.runbook(change).on)
            if person:
                self.said.add(f"staged {change}")
                yield Order(change, person, because="two are quicker than one")
                return

    def _others(self, sight: Sight, change: str) -> Iterable[str]:
        """The best changes that would be confused with one, without known dangers."""
        tried = {attempt.change for attempt in sight.board.changes}
        names = [choice.name for choice in advise(sight).ranked if choice.kind == "change"]
        first = sight.runbook(change)
        for name in names[:RANKED]:
            safe = name not in tried and not sight.scenario.dangers_of(name)
            if safe and interact(first, sight.runbook(name), sight.organisation):
                yield name
