"""The flaw of looking for the fault oneself."""

from collections.abc import Iterable

from simulator.domain.command import Command, Investigate
from simulator.domain.duration import MINUTE
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight

ME = "commander"
WITHIN = 10 * MINUTE


class DebugsItself(Flawed):
    """Looks at place after place itself, one always in hand, beside all that it has others do."""

    name = "debugs-itself"
    axis = "command"
    about = "looks at the system itself, place after place, while it commands"

    def sees(self, sight: Sight) -> Sight:
        """What the others do; that it is at work itself does not keep them waiting."""
        mine = {name for name, work in sight.board.work.items() if work.owner == ME}
        self._at_work = bool(mine)
        sight.board.work = {name: work for name, work in sight.board.work.items() if name not in mine}
        return sight

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The next place, while a change is under way and it has nothing in hand itself."""
        board = sight.board
        if board.declared is None or board.mitigated is not None or self._at_work or not board.open_changes:
            return
        looked = [clue.place for clue in board.clues if clue.person == ME]
        left = [p for p in sight.scenario.places if p not in looked and f"myself {p}" not in self.said]
        for place in left[:1]:
            self.said.add(f"myself {place}")
            yield Investigate(place, ME, WITHIN)
