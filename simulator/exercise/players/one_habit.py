"""Players with one habit for every outage: what helped last time must help again."""

from collections.abc import Iterator
from typing import ClassVar

from simulator.domain.organisation import ChangeKind
from simulator.exercise.players.ordering import order, quiet, running
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight


class OneHabit(WellMannered):
    """Knows one kind of change, makes all of that kind in turn, verifies nothing, and begins again."""

    kind: ClassVar[ChangeKind]

    def acts(self, sight: Sight) -> Iterator[str]:
        """The next change of its kind, until the alerts are silent."""
        if sight.board.mitigated is not None or running(sight):
            return
        if quiet(sight):
            yield "mitigated"
            return
        times = [attempt.change for attempt in sight.board.changes]
        known = [change.name for change in sight.organisation.runbook.values() if change.kind == self.kind]
        yield from (order(sight, change) for change in sorted(known, key=times.count))


class Restarter(OneHabit):
    """Turns it off and on again."""

    name = "restarter"
    kind = "restart"


class RollBackEverything(OneHabit):
    """Puts the release before the current one back, of everything that has releases."""

    name = "roll-back-everything"
    kind = "rollback"
