"""The flaw of saying the same thing over and over."""

from collections.abc import Iterable

from simulator.domain.command import Command, Look, Post
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import Posted
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.exercise.players.book_known import state_now
from simulator.exercise.players.book_news import LOOKED
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight

EVERY = 2 * MINUTE
"""How soon everybody hears again that there is nothing new."""
OFTEN = 3
"""Fewer repeats than this are no spam."""
WHOM = 2
"""It is that busy with the first two who have heard; more than that nobody can write."""
EMPTY = "We are still working on it."


class SpamsUpdates(Flawed):
    """Between the updates of the book everybody hears every few minutes that nothing is new."""

    name = "spams-updates"
    axis = "communication timeliness"
    about = "repeats itself to customers and others every two minutes"

    def differs(self, *, shows: bool = True) -> None:
        """Count one more repeat; it shows once there are many."""
        super().differs(shows=shows and self.bent + 1 >= OFTEN)

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """The last update once more, to all who have heard, for as long as it is still so."""
        board = sight.board
        if board.resolved is not None or board.mitigated is not None:
            return
        if sum(work.what == "write" for work in board.work.values()) > 1:
            return  # what waits for its turn would be late, and no longer true
        for audience in [name for name in sight.doctrine.clocks if name in board.heard][:WHOM]:
            heard = board.heard[audience]
            last = max(heard, self.sent.get(f"again {audience}", heard))
            due = sight.due.get(audience)
            said = _last(sight, audience)
            if said is None or not _still_so(sight, said):
                continue
            if sight.now - last >= EVERY and (due is None or due - sight.now >= EVERY):
                if sight.now - sight.looked > LOOKED:
                    yield Look("signals")
                    return
                self.sent[f"again {audience}"] = sight.now
                left = None if due is None else max(MINUTE, due - sight.now)
                yield Post(replace(said, next_in=left, text=EMPTY))


def _last(sight: Sight, audience: str) -> Update | None:
    """What an audience was told last."""
    told = [fact.update for _, fact in each(sight.seen, Posted) if fact.update.audience == audience]
    return told[-1] if told else None


def _still_so(sight: Sight, said: Update) -> bool:
    """Whether the book would still say so now; to repeat what is no longer true is another fault."""
    return said.state == state_now(sight) and set(said.scope) <= set(sight.affected)
