"""The flaw of keeping everybody when it is over."""

from collections.abc import Iterable

from simulator.domain.command import Command, End, Release
from simulator.domain.duration import HOUR
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

KEEPS = HOUR
"""How long everybody stays after it was resolved."""


class Lingers(Flawed):
    """Keeps everybody on the call for another hour."""

    name = "lingers"
    axis = "wrap-up"
    about = "keeps everybody on the call for an hour after it was resolved"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The end, at last."""
        resolved = sight.board.resolved
        if resolved is not None and "lingers" in self.said and sight.now - resolved >= KEEPS:
            yield End()

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """Not yet."""
        match command:
            case End():
                self.said.add("lingers")
                return ()
            case Release() if sight.board.mitigated is not None:
                return ()
            case _:
                return (command,)
