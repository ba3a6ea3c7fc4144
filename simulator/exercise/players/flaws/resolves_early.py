"""The flaw of calling it over as soon as it looks better."""

from collections.abc import Iterable

from simulator.domain.command import Command, Mitigated, Resolve
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight


class ResolvesEarly(Flawed):
    """Closes the incident with the first verification that shows recovery."""

    name = "resolves-early"
    axis = "wrap-up"
    about = "resolves in the minute in which recovery is first seen"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """It is over, and everything is."""
        results = [attempt.result for attempt in sight.board.changes if attempt.result]
        if results[-1:] != ["recovered"] or sight.board.resolved is not None:
            return
        if sight.board.mitigated is None:
            yield Mitigated()
        else:
            self.said.add("resolve")
            yield Resolve()
