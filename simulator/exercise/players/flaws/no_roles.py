"""The flaw of giving nobody a role."""

from collections.abc import Iterable

from simulator.domain.command import Assign, Command
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.roles import missing
from simulator.exercise.sight import Sight


class NoRoles(Flawed):
    """Assigns no role to anybody: all of them stay the commander's."""

    name = "no-roles"
    axis = "command"
    about = "gives nobody a role"
    needs = "a severity that asks for roles"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No role; it makes a difference where one is asked for."""
        return () if isinstance(command, Assign) else (command,)

    def counts(self, command: Command, sight: Sight) -> bool:
        """Whether the role is one that the severity asks for."""
        return isinstance(command, Assign) and command.role in missing(sight)
