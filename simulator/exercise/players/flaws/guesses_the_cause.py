"""The flaw of telling the first idea as the cause."""

from collections.abc import Iterable

from simulator.domain.command import Command, Draft, Post
from simulator.domain.doctrine import GOING_ON
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class GuessesTheCause(Flawed):
    """Each update names a cause: the one that is likeliest before anything has been seen."""

    name = "guesses-the-cause"
    axis = "communication accuracy"
    about = "names the likeliest cause in each update before anybody knows"

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """The update, with a cause that nobody has verified."""
        match command:
            case Post(update=update) | Draft(update=update) if _open(update):
                return (replace(command, update=replace(update, cause=_first_idea(sight))),)
            case _:
                return (command,)


def _open(update: Update) -> bool:
    return not update.cause and update.state in GOING_ON


def _first_idea(sight: Sight) -> str:
    causes = sight.scenario.causes.values()
    return max(causes, key=lambda cause: cause.weight).name if causes else "a bad release"
