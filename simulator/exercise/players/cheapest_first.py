"""The player that tries whatever is quickest, likely or not."""

from collections.abc import Iterator

from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.ordering import order
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight


class CheapestFirst(WellMannered):
    """Goes through the runbook from the quickest change to the slowest, and then again."""

    name = "cheapest-first"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One change at a time, the quickest first, each verified."""
        yield from changes(sight, self.said, _quickest)


def _quickest(sight: Sight, _said: set[str]) -> Iterator[str]:
    times = [attempt.change for attempt in sight.board.changes]
    runbook = sight.organisation.runbook.values()
    ranked = sorted(runbook, key=lambda change: (times.count(change.name), change.takes.median))
    yield next(filter(None, (order(sight, change.name) for change in ranked)), "")
