"""The flaw of leaving work to nobody."""

from collections.abc import Iterable

from simulator.domain.command import Command, FollowUp, Review
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class OwnerlessFollowUps(Flawed):
    """What is left to do has no owner, and nobody is named to write the review."""

    name = "ownerless-follow-ups"
    axis = "wrap-up"
    about = "names no owner for what is left to do, and nobody for the review"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """Work for nobody."""
        match command:
            case FollowUp():
                return (replace(command, owner=None),)
            case Review():
                return ()
            case _:
                return (command,)
