"""The player that has learnt one solution by heart: what cured seed 1, again, whatever the signs."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from simulator.domain.attempt import attempts
from simulator.domain.doctrine import Doctrine
from simulator.domain.entry import Entry, each
from simulator.domain.fact import CauseDrawn, ChangeActed
from simulator.domain.scenario import Scenario
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book import ByTheBook
from simulator.exercise.players.ordering import order, running
from simulator.exercise.players.play import play
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

SEED = 1
"""The world that was learnt by heart."""
Step = tuple[str, int]
"""A change, and how long to wait for it (seconds) after the one before was made."""


class Memorised(WellMannered):
    """Carries out the cure of seed 1, says that it is over, and never looks whether it is."""

    name = "memorised"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The next step of the cure, then the claim that it worked."""
        if sight.board.mitigated is not None or running(sight):
            return
        cure = cure_of(sight.scenario, sight.doctrine)
        made = [attempt for attempt in sight.board.changes if attempt.done is not None]
        left = [step for step in cure if step[0] not in {attempt.change for attempt in made}]
        if left:
            change, waits = left[0]
            last = max((attempt.done or 0 for attempt in made), default=0)
            yield order(sight, change) if sight.now - last >= waits else ""
        elif cure:
            yield "mitigated"


@lru_cache(maxsize=32)
def cure_of(scenario: Scenario, doctrine: Doctrine) -> tuple[Step, ...]:
    """What ended the outage when seed 1 was played by the book: changes in order, with the waits they need.

    When nothing cured it, what eased it. Only a change that needs others before it is waited for, as a cache
    that has to refill is.
    """
    entries = play(Exercise(scenario, doctrine, SEED), ByTheBook()).entries
    cause = next(fact.cause for _, fact in each(entries, CauseDrawn))
    helpful = _helpful(entries)
    steps: dict[str, int] = {}
    before = 0
    for attempt in attempts(entries):
        if attempt.id in helpful and attempt.done is not None and attempt.reverted is None:
            needs = scenario.outcome(attempt.change, cause).after
            steps.setdefault(attempt.change, max(0, attempt.ordered - before) if needs else 0)
            before = attempt.done
    return tuple(steps.items())


def _helpful(entries: Sequence[Entry]) -> set[str]:
    """Ids of the changes that were part of the cure, as the debrief tells; of relief if there was none."""
    acted = [(fact.id, fact.acted) for _, fact in each(entries, ChangeActed)]
    parts = ("cured", "stopped", "worked") if "cured" in dict(acted).values() else ("relieved",)
    return {name for name, how in acted if how in parts}
