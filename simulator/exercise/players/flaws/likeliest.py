"""The flaw of trying what is likeliest to work, whatever it costs."""

from collections.abc import Iterator

from simulator.exercise.players.book_changes import advise, changes
from simulator.exercise.players.book_mending import mending
from simulator.exercise.players.book_tidy import KEEP_OUT
from simulator.exercise.players.flaws.carrying_out import carry_out, missing_part, useless
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight
from simulator.reasoning import Advice, belief, evidence, in_place, would_help

REASON = "it is what most probably helps"
"""What it believes of the likeliest."""
CLEARLY = 0.25
"""A choice is worse when it costs this share more than the best one (assumption)."""
FIRST = 4
"""After so many changes that were likeliest to help and did not, it comes to its senses."""


class PrefersTheLikeliest(Flawed):
    """Goes from the likeliest change to the least likely: no looks, no thought of how long it takes."""

    name = "likeliest-first-only"
    axis = "easy fix first"
    about = "tries what is likeliest to work first, however long it takes, and looks at nothing before"

    def acts(self, sight: Sight) -> Iterator[str]:
        """One change at a time, each verified, the likeliest first; when that has not helped, by the book.

        So it is when there is nothing left to bet on, and when no alert fires any more.
        """
        made = [attempt for attempt in sight.board.changes if attempt.done is not None and not attempt.staged]
        if (len(made) < FIRST and sight.board.alerts) or sight.board.open_changes:
            yield from changes(sight, self.said, self._likeliest)
        else:
            yield from super().acts(sight)

    def _likeliest(self, sight: Sight, said: set[str]) -> Iterator[str]:
        told, placed = evidence(sight.seen, sight.now, sight.scenario), in_place(sight.seen, sight.now)
        left = [
            c
            for c in sight.scenario.outcomes
            if c not in placed and _opens(sight, c) and not useless(sight, c)
        ]
        chances = {change: would_help(sight.scenario, told, change, placed) for change in left}
        best = max(left, key=lambda change: chances[change], default="")
        if not best or chances[best] <= 0:
            yield from super().acts(sight)
        else:
            cause = belief(sight.scenario, told).ranked[0][0]
            part, advice = missing_part(sight, best, cause, placed), advise(sight)
            wise = mending(sight, advice) or advice.best
            for text in carry_out(sight, part, said, REASON):
                if (wise.kind, wise.name) != ("change", part):
                    self.differs(shows=text.startswith("order ") and _worse(advice, part))
                yield text


def _worse(advice: Advice, change: str) -> bool:
    """Whether a change is clearly worse than the best choice; a near miss is no flaw to speak of."""
    return advice.of("change", change).regret > CLEARLY * advice.best.cost


def _opens(sight: Sight, change: str) -> bool:
    """Whether a change does not help by keeping customers out."""
    return sight.runbook(change).kind not in KEEP_OUT
