"""The flaw of telling less than is wrong."""

from collections.abc import Iterable

from simulator.domain.command import Command, Draft, Post
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class UnderStates(Flawed):
    """Only ever the least of all journeys is said to be affected."""

    name = "under-states"
    axis = "communication accuracy"
    about = "names only the journey that fewest customers go, whatever fails"
    needs = "a company with more than one journey"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether there is a smaller thing to name."""
        return len(scenario.organisation.journeys) > 1

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """The update, about something small."""
        if isinstance(command, Post | Draft) and command.update.scope:
            least = min(sight.organisation.journeys.values(), key=lambda journey: journey.share).name
            if command.update.scope != (least,):
                return (replace(command, update=replace(command.update, scope=(least,))),)
        return (command,)
