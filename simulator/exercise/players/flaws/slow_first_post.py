"""The flaw of letting everybody wait for the first word."""

from collections.abc import Iterable

from simulator.domain.command import Approve, Command, Draft, Post
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

TIMES = 4
"""The first update comes after so many times what the clock allows."""


class SlowFirstPost(Flawed):
    """Each audience hears first long after its clock; from then on it hears in time."""

    name = "slow-first-post"
    axis = "communication timeliness"
    about = "lets each audience wait four times as long for the first update"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No first update yet, but to those who have come and stand in the room."""
        match command:
            case Post(update=update) | Draft(update=update) if self._waits(update.audience, sight):
                return (command,) if update.audience in sight.board.swoops else ()
            case Approve(audience=audience) if self._waits(audience, sight):
                return ()
            case _:
                return (command,)

    def _waits(self, audience: str, sight: Sight) -> bool:
        board, clock = sight.board, sight.doctrine.clocks.get(audience)
        first = clock.first.get(board.severity) if clock else None
        if audience in board.heard or first is None or board.mitigated is not None:
            return False
        return sight.now < (board.declared or 0) + TIMES * first
