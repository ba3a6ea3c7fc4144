"""The flaw of watching what cannot show the change."""

from collections.abc import Iterable

from simulator.domain.command import Command, Verify
from simulator.domain.doctrine import Doctrine
from simulator.domain.interaction import can_show
from simulator.domain.scenario import Scenario
from simulator.domain.value import replace
from simulator.exercise.players.flaws.concluding import Concluding
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.flaws.never_verifies import look_instead
from simulator.exercise.sight import Sight


class WrongSignal(Flawed):
    """Each change is watched on a signal that it cannot move; then a look at the dashboards has to do."""

    name = "wrong-signal"
    axis = "sequencing"
    about = "verifies each change on a signal that cannot show it"
    needs = "a signal that does not show the changes made"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether most changes of the story have a signal that cannot show them."""
        blind = [change for change in scenario.outcomes if _unrelated(scenario, change)]
        return len(blind) * 2 > len(scenario.outcomes)

    def sees(self, sight: Sight) -> Sight:
        """The watch told nothing, so that a look has to do."""
        return Concluding(sight.exercise)

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """A watch of the wrong signal, once for each change; after that a look."""
        if not isinstance(command, Verify):
            return (command,)
        signal = _unrelated(sight.scenario, command.change)
        tried = [attempt for attempt in sight.board.changes if attempt.change == command.change]
        if signal and tried and not tried[-1].verifications:
            return (replace(command, signal=signal),)
        return look_instead(sight)


def _unrelated(scenario: Scenario, change: str) -> str:
    """A signal that cannot show a change; empty when all can."""
    organisation = scenario.organisation
    made = organisation.runbook[change]
    place = organisation.signals[made.signal].of
    others = (name for name, one in organisation.signals.items() if one.of != place)
    return next((name for name in others if not can_show(made, name, organisation)), "")
