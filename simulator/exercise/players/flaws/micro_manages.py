"""The flaw of asking all the time how far they are."""

from collections.abc import Iterable

from simulator.domain.command import Ask, Command
from simulator.domain.duration import MINUTE
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

EVERY = 2 * MINUTE
"""How soon everyone who works is asked again."""


class MicroManages(Flawed):
    """Asks everyone who works for progress, every other minute; whoever writes is left alone."""

    name = "micro-manages"
    axis = "command"
    about = "asks everyone who works how far they are, every two minutes"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The question that is due again."""
        work = [one for one in sight.board.work.values() if one.what != "write"]
        at_work = {one.owner: one.started for one in work if one.started is not None}
        for person in sight.board.here:
            asked = self.sent.get(f"asked {person}", at_work.get(person, sight.now))
            if person in at_work and sight.now - asked >= EVERY and sight.board.mitigated is None:
                self.sent[f"asked {person}"] = sight.now
                yield Ask("progress", person)
