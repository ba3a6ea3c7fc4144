"""The flaw of promising in public when it will be over."""

from collections.abc import Iterable

from simulator.domain.command import Command, Draft, Post
from simulator.domain.doctrine import GOING_ON
from simulator.domain.duration import MINUTE
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

SOON = 10 * MINUTE


class OverPromises(Flawed):
    """Each update says that it will be over in ten minutes."""

    name = "over-promises"
    axis = "communication accuracy"
    about = "says in each update that it will be over in ten minutes"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """The update, with a time that nobody knows."""
        match command:
            case Post(update=update) | Draft(update=update) if update.state in GOING_ON:
                return (replace(command, update=replace(update, eta=SOON)),)
            case _:
                return (command,)
