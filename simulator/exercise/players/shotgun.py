"""The player that does everything at once: something will hit."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.exercise.players.ordering import order, quiet, running
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

QUICK = 20 * MINUTE
"""Changes that usually take longer than this are not fired (the quick half of a runbook; assumption)."""


class Shotgun(WellMannered):
    """Orders every quick change as soon as there are hands for it, verifies nothing, believes the alerts."""

    name = "shotgun"

    def acts(self, sight: Sight) -> Iterator[str]:
        """Whatever is not under way; when all has been fired and it goes on, all of it again."""
        if sight.board.mitigated is not None:
            return
        if quiet(sight):
            yield "mitigated"
            return
        times = [attempt.change for attempt in sight.board.changes]
        quick = [c.name for c in sight.organisation.runbook.values() if c.takes.median <= QUICK]
        fewest = min((times.count(change) for change in quick), default=0)
        if fewest == 0 or not running(sight):
            yield from (order(sight, change) for change in quick if times.count(change) == fewest)
