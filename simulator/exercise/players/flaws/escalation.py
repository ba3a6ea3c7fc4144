"""The flaws of severity: too low, as high as can be, and never raised."""

from collections.abc import Iterable

from simulator.domain.command import Command, Declare, SetSeverity
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class UnderDeclares(Flawed):
    """Declares one level lower than the book, and leaves it there."""

    name = "under-declares"
    axis = "severity"
    about = "declares one level too low and stays there"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """A lower level, once and for all."""
        match command:
            case Declare(severity=severity):
                levels = list(sight.doctrine.severities)
                lower = min(sight.doctrine.rank(severity) + 1, len(levels) - 1)
                return (replace(command, severity=levels[lower]),)
            case SetSeverity():
                return ()
            case _:
                return (command,)


class AlwaysHighest(Flawed):
    """Declares the highest level, whatever it is, and leaves it there."""

    name = "always-highest"
    axis = "severity"
    about = "declares the highest severity, whatever it is"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """The highest level, once and for all."""
        highest = next(iter(sight.doctrine.severities))
        match command:
            case Declare(severity=severity) if severity != highest:
                return (replace(command, severity=highest),)
            case SetSeverity():
                return ()
            case _:
                return (command,)


class NeverEscalates(Flawed):
    """Begins at the level of the book and never raises it."""

    name = "never-escalates"
    axis = "severity"
    about = "never raises the severity"
    needs = "an outage in which the book raises the severity"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No higher level."""
        if isinstance(command, SetSeverity) and sight.board.severity:
            rank = sight.doctrine.rank
            return () if rank(command.severity) < rank(sight.board.severity) else (command,)
        return (command,)

    def counts(self, command: Command, sight: Sight) -> bool:
        """Whether it has been due for so long that it was never going to come."""
        since = self.sent.setdefault("higher", sight.now)
        over = sight.board.mitigated is not None
        return not over and sight.now - since > sight.doctrine.threshold("escalate within")
