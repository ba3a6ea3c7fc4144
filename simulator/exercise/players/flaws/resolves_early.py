"""The flaw of calling it over as soon as it looks better."""

from collections.abc import Iterable

from simulator.domain.command import Command, Resolve
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight


class ResolvesEarly(Flawed):
    """Closes the incident in the minute in which it is mitigated, and waits for nothing."""

    name = "resolves-early"
    axis = "wrap-up"
    about = "resolves as soon as it is mitigated, without seeing it hold"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """It is mitigated, so it is over."""
        board = sight.board
        if board.mitigated is not None and board.resolved is None and "resolve" not in self.said:
            self.said.add("resolve")
            yield Resolve()
