"""The flaw of telling nobody anything."""

from collections.abc import Iterable

from simulator.domain.command import Approve, Command, Draft, Post
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class Silent(Flawed):
    """Sends no update to anybody, but to those who have come and stand in the room."""

    name = "silent"
    axis = "communication timeliness"
    about = "sends no updates, but to those who stand in the room"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """No update, but to those who have come."""
        match command:
            case Post(update=update) if update.audience in sight.board.swoops:
                return (command,)
            case Post() | Draft() | Approve():
                return ()
            case _:
                return (command,)
