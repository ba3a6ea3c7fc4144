"""The flaw of never letting go of command."""

from collections.abc import Iterable

from simulator.domain.command import Command, HandOver, Sitrep
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class NoHandOver(Flawed):
    """Keeps command for as long as it lasts."""

    name = "no-hand-over"
    axis = "command"
    about = "never hands command over"
    needs = "an outage in which command is handed over"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether an outage can last longer than one shift of command."""
        return scenario.boss and scenario.limit > doctrine.threshold("command at most")

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No hand-over, and no report before it."""
        return () if isinstance(command, HandOver | Sitrep) else (command,)
