"""The flaw of watching on when it is clear what a change did."""

from collections.abc import Iterable

from simulator.domain.command import Command, Verify
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Scenario
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

LONG = 60 * MINUTE
"""How long every change is watched."""
LATE = 6
"""Who watches for so many times what a signal is behind watches on (assumption)."""


class WatchesOn(Flawed):
    """Has every change watched for an hour, and does nothing else about it meanwhile."""

    name = "watches-on"
    axis = "easy fix first"
    about = "has each change watched for an hour, whatever it did"
    needs = "changes that show soon, of which the first often does not help"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether most changes of the story show much sooner than that."""
        changes = [scenario.organisation.runbook[change] for change in scenario.outcomes]
        soon = [one for one in changes if LATE * scenario.organisation.lag_of(one) < LONG]
        return len(soon) * 2 > len(changes)

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """Nothing: it only counts the long watches of what did not help, which are those that matter."""
        vain = [one.id for one in sight.board.changes if one.result in ("same", "worse")]
        for change in vain:
            if f"watched {change}" not in self.said:
                self.said.add(f"watched {change}")
                self.shown += bool(sight.affected)
        return ()

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """A long watch in the place of one that is long enough."""
        return (replace(command, window=LONG),) if isinstance(command, Verify) else (command,)

    def counts(self, command: Command, sight: Sight) -> bool:
        """Nobody knows yet whether it will help."""
        return False
