"""The flaw of paging everyone there is."""

from collections.abc import Iterable

from simulator.domain.command import Command, Page
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class PagesEveryone(Flawed):
    """Pages every person of the company as soon as it has declared."""

    name = "pages-everyone"
    axis = "command"
    about = "pages every person of the company at once"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """One page after the other."""
        if sight.board.declared is None or sight.board.mitigated is not None:
            return
        for person in sight.organisation.people:
            if person not in sight.board.people and f"everyone {person}" not in self.said:
                self.said.add(f"everyone {person}")
                yield Page(person)
