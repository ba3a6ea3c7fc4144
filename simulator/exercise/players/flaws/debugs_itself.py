"""The flaw of looking for the fault oneself."""

from collections.abc import Iterable

from simulator.domain.command import Command, Investigate
from simulator.domain.duration import MINUTE
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight

ME = "commander"
WITHIN = 2 * MINUTE
"""Each look is short: the flaw is to look, not to be gone for long."""


class DebugsItself(Flawed):
    """While others make a change, it has a look at the system itself, at another place each time."""

    name = "debugs-itself"
    axis = "command"
    about = "looks at the system itself for two minutes with each change, while it commands"

    def sees(self, sight: Sight) -> Sight:
        """What the others do; that it is at work itself does not keep them waiting."""
        work = sight.board.work
        self._at_work = any(each.owner == ME for each in work.values())
        sight.board.work = {name: each for name, each in work.items() if each.owner != ME}
        return sight

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The next place that somebody else is free for, once for each change that others are making."""
        making = [attempt for attempt in sight.board.open_changes if attempt.done is None]
        if not making or self._at_work or f"beside {making[-1].id}" in self.said:
            return
        places = [place for place in sight.scenario.places if sight.hands(place)]
        if not places:
            return
        self.said.add(f"beside {making[-1].id}")
        yield Investigate(places[len(sight.board.changes) % len(places)], ME, WITHIN)
