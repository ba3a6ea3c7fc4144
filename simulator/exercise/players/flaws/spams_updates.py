"""The flaw of saying the same thing over and over."""

from collections.abc import Iterable

from simulator.domain.command import Command, Post
from simulator.domain.doctrine import STATES
from simulator.domain.duration import MINUTE
from simulator.domain.update import Update
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.sight import Sight

EVERY = 3 * MINUTE
"""How soon everybody hears again that there is nothing new."""


class SpamsUpdates(Flawed):
    """Between the updates of the book everybody hears every few minutes that nothing is new."""

    name = "spams-updates"
    axis = "communication timeliness"
    about = "repeats itself to everybody every three minutes"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The same again, to all who have heard, until it is resolved."""
        board = sight.board
        if board.resolved is not None or board.mitigated is not None:
            return
        for audience, heard in board.heard.items():
            last = max(heard, self.sent.get(f"again {audience}", heard))
            due = sight.due(audience)
            if sight.now - last >= EVERY and (due is None or due - sight.now >= EVERY):
                self.sent[f"again {audience}"] = sight.now
                left = None if due is None else max(MINUTE, due - sight.now)
                yield Post(_the_same(sight, audience, left))


def _the_same(sight: Sight, audience: str, left: int | None) -> Update:
    """What was said last, in emptier words; the promise of the last update stays as it is."""
    state = next(known for known in STATES if known == sight.board.states[audience])
    return Update(audience, state, sight.affected, next_in=left, text="We are still working on it.")
