"""Going on without a verification: what somebody concludes who looks at the dashboards after a change."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from simulator.domain.attempt import Attempt, attempts
from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import Looked, Verified
from simulator.domain.fact.changes import Result
from simulator.domain.seats import COMMANDER
from simulator.exercise.board import Board, board_of
from simulator.exercise.exercise import Exercise
from simulator.exercise.sight import WELL, Sight

MARGIN = MINUTE
"""Whoever looks at dashboards gives them this much longer than they are behind."""
MUCH = 0.3
"""With so much of what was missing back again, it is called better."""
LOOKS = 3 * MINUTE
"""How often they are looked at."""


class Concluding(Sight):
    """A view in which looks at the dashboards tell what a change did, and watches tell nothing."""

    def __init__(self, exercise: Exercise) -> None:
        super().__init__(exercise)
        self.board: Board = board_of(self.seen, COMMANDER, self.now)

    @cached_property
    def seen(self) -> tuple[Entry, ...]:
        """The entries, with conclusions in the place of the verifications that tell nothing."""
        real = tuple(e for e in super().seen if not isinstance(e.fact, Verified) or self.believes(e.fact))
        drawn: dict[int, list[Verified]] = {}
        for number, fact in self._conclusions(real):
            drawn.setdefault(number, []).append(fact)
        return tuple(line for entry in real for line in _with(entry, drawn.get(entry.number, [])))

    def believes(self, fact: Verified) -> bool:
        """Whether a watch is taken to tell something."""
        return False

    def needs(self, attempt: Attempt, at: int) -> bool:
        """Whether a look has to do for a change, at a second."""
        return True

    def _conclusions(self, real: tuple[Entry, ...]) -> Iterator[tuple[int, Verified]]:
        """For each look late enough after a change: its line, and what it is taken to say of the change.

        What was concluded of a change stands, but for the last one, which is looked at again.
        """
        made = [a for a in attempts(real) if a.done is not None and a.failed is None and a.verified is None]
        looks = [(entry, dict(fact.readings)) for entry, fact in each(real, Looked) if fact.readings]
        told: set[str] = set()
        for entry, now in looks:
            ripe = [a for a in made if self.told_at(a) <= entry.at and self.needs(a, entry.at)]
            for attempt in ripe:
                newest = not any(attempt.ordered < one.ordered <= entry.at for one in made)
                if newest or attempt.id not in told:
                    told.add(attempt.id)
                    before = next((r for line, r in reversed(looks) if line.at <= attempt.ordered), now)
                    yield entry.number, self._concluded(attempt, before, now)

    def told_at(self, attempt: Attempt) -> int:
        """The second from which the dashboards can be expected to show what a change did."""
        return (attempt.done or 0) + self._waits(attempt) + MARGIN

    def _waits(self, attempt: Attempt) -> int:
        """How far the dashboards are behind: the change's own signal, and a quick journey at least."""
        signals = self.organisation.signals
        quick = min((signal.lag for signal in signals.values() if signal.shows == "success"), default=0)
        return max(self.organisation.lag_of(self.runbook(attempt.change)), quick)

    def _concluded(self, attempt: Attempt, before: Mapping[str, float], now: Mapping[str, float]) -> Verified:
        signal, lag = self.runbook(attempt.change).signal, self._waits(attempt)
        then, since = self._missing(before, lag), self._missing(now, lag)
        return Verified(
            attempt.id, attempt.change, signal, 0, _result(then, since), 1 - then, 1 - since, False, (), "",
        )  # fmt: skip

    def _missing(self, readings: Mapping[str, float], lag: int) -> float:
        """How far the journeys are from working, all together, as far as this lag shows."""
        telling = {
            s.name for s in self.organisation.signals.values() if s.shows == "success" and s.lag <= lag
        }
        working = [value for name, value in readings.items() if name in telling]
        return sum(1 - value for value in working if value < WELL)


def _result(before: float, now: float) -> Result:
    if now == 0:
        return "recovered"
    if now < before * (1 - MUCH):
        return "better"
    return "worse" if now > before * (1 + MUCH) else "same"


def _with(entry: Entry, facts: list[Verified]) -> Iterator[Entry]:
    yield entry
    yield from (entry._replace(fact=fact) for fact in facts)
