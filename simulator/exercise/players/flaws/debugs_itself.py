"""The flaw of looking for the fault oneself."""

from collections.abc import Iterable

from simulator.domain.command import Command, Investigate
from simulator.domain.duration import MINUTE
from simulator.domain.value import replace
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.roles import LEAD
from simulator.exercise.sight import Sight

ME = "commander"
WITHIN = 4 * MINUTE
"""Each look is short: the flaw is to look, not to be gone for long."""


class DebugsItself(Flawed):
    """While others make a change or watch one, it looks at the system itself, at another place each time.

    What is due first is said first: it looks when it would wait.
    """

    name = "debugs-itself"
    axis = "command"
    about = "looks at the system itself for some minutes with each change and each watch, while it commands"
    in_quiet = True

    def sees(self, sight: Sight) -> Sight:
        """What the others do; that it is at work itself does not keep them waiting."""
        work = sight.board.work
        self._at_work = any(each.owner == ME for each in work.values())
        others = {name: each for name, each in work.items() if each.owner != ME}
        sight.board = replace(sight.board, work=others)
        return sight

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The next place that somebody else is free for, once as a change is made and once in its watch."""
        flying = sight.board.open_changes
        beside = f"beside {flying[-1].id} {flying[-1].done is None}" if flying else ""
        places = [place for place in sight.scenario.places if sight.hands(place)]
        writes = LEAD not in sight.board.roles  # until somebody else does, who would be late meanwhile
        if not flying or self._at_work or beside in self.said or not places or writes:
            return
        self.said.add(beside)
        yield Investigate(places[len(self.said) % len(places)], ME, WITHIN)
