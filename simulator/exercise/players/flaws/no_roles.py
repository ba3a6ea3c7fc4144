"""The flaw of giving nobody a role."""

from collections.abc import Iterable

from simulator.domain.command import Assign, Command
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight


class NoRoles(Flawed):
    """Assigns no role to anybody: all of them stay the commander's."""

    name = "no-roles"
    axis = "command"
    about = "gives nobody a role"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No role."""
        return () if isinstance(command, Assign) else (command,)
