"""The best that was possible in one world: the impact if the cause had been known from the start."""

from collections import Counter
from collections.abc import Iterator
from itertools import permutations
from typing import ClassVar

from simulator.domain.course import customer_minutes
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CauseDrawn
from simulator.domain.scenario import Scenario
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book_close import close
from simulator.exercise.players.book_people import opening
from simulator.exercise.players.play import play
from simulator.exercise.players.refill import too_cold
from simulator.exercise.sight import Sight
from simulator.reasoning.estimate import usual_estimate
from simulator.reasoning.harm import eased_share
from simulator.reasoning.likelihood import TOLD_FROM_NOISE
from simulator.world.consequences import ADD_UP

UNITS = 3
"""What adds up, more machines say, may be made so many times (assumption)."""


class Foresight:
    """Carries out one given list of changes as fast as the organisation can, without looking or doubting.

    `all_hands` pages everybody who can make them: the first to come will do.
    """

    name: ClassVar[str] = "foresight"

    def __init__(self, plan: tuple[str, ...], all_hands: bool = False) -> None:
        self._plan, self._all_hands = plan, all_hands
        self._said: set[str] = set()
        self._sent: dict[str, int] = {}

    def says(self, exercise: Exercise) -> str:
        """Page who is needed, order what is next, wait."""
        sight = Sight(exercise)
        people, others = self._people(sight), self._others(sight) if self._all_hands else ()
        texts = (*people, *self._orders(sight), *others, *close(sight, self._said, self._sent))
        return next((text for text in texts if text), "wait 5m" if exercise.scenario.boss else "wait 20s")

    def _people(self, sight: Sight) -> Iterator[str]:
        if not sight.board.severity:
            yield next(opening(sight, self._said))
        if not sight.board.frozen:
            yield "freeze"  # or the eager act on their own
        for change in self._plan:
            place = sight.runbook(change).on
            if not sight.able(place) and not sight.coming(place):
                yield sight.summon(place)

    def _others(self, sight: Sight) -> Iterator[str]:
        """Everybody else who can make a change, while none of them has come: whoever is first will do."""
        places = dict.fromkeys(sight.runbook(change).on for change in self._plan)
        for place in (place for place in places if not sight.able(place)):
            able = (one for one in sight.organisation.people if sight.knows(one, place))
            yield from (f"page {sight.name(one)}" for one in able if sight.board.people.get(one) is None)

    def _orders(self, sight: Sight) -> Iterator[str]:
        """The first change that is left, as soon as there are hands for it and its parts are in place."""
        tried = Counter(attempt.change for attempt in sight.board.changes)
        running = {a.change for a in sight.board.changes if a.done is None and a.failed is None}
        left = [c for n, c in enumerate(self._plan) if self._plan[:n].count(c) >= tried[c]]
        if not left or running & _needed(sight.scenario, left[0]):
            return
        place = sight.runbook(left[0]).on
        person = sight.hands(place)
        if too_cold(sight, sight.runbook(left[0])):
            yield "signals" if sight.now - sight.looked >= MINUTE else ""
        elif person:
            yield f"order {left[0]} by {sight.name(person)}"
        elif not sight.coming(place):
            yield sight.summon(place)


def _needed(scenario: Scenario, change: str) -> frozenset[str]:
    """What a change may need to be in place, whatever the cause."""
    return frozenset(part for outcome in scenario.outcomes.get(change, {}).values() for part in outcome.after)


def best_possible(scenario: Scenario, doctrine: Doctrine, seed: int) -> float:
    """The fewest customer-minutes that any short plan of changes could have reached on this seed.

    Tries every change that cures or relieves under the drawn cause, after what it needs in every order, each
    without and with whatever else spares customers something meanwhile, several times where that adds up; the
    best of them also with all hands.
    """
    cause = next(fact.cause for _, fact in each(Exercise(scenario, doctrine, seed).entries, CauseDrawn))
    plans = {(), *_plans(scenario, cause)}
    least, best = min((_lost(scenario, doctrine, seed, Foresight(plan)), plan) for plan in sorted(plans))
    return min(least, _lost(scenario, doctrine, seed, Foresight(best, all_hands=True)))


def _plans(scenario: Scenario, cause: str) -> Iterator[tuple[str, ...]]:
    aids = _aids(scenario, cause)
    for plan in _cures(scenario, cause):
        yield plan
        yield (*aids, *plan)
        more = [aid for aid in aids if scenario.organisation.runbook[aid].kind in ADD_UP]
        if more:
            yield (*aids, *plan, *more * (UNITS - 1))


def _cures(scenario: Scenario, cause: str) -> Iterator[tuple[str, ...]]:
    under = {change: scenario.outcome(change, cause) for change in scenario.outcomes}
    helpful = {change: o for change, o in under.items() if o.cures or o.relieves or (o.does and o.after)}
    for change, outcome in helpful.items():
        yield from ((*order, change) for order in permutations(outcome.after))
    alone = [change for change, outcome in helpful.items() if outcome.cures and not outcome.after]
    yield from permutations(alone, 2)


def _aids(scenario: Scenario, cause: str) -> tuple[str, ...]:
    """What spares customers something while the cause goes on, the quickest first."""
    failing, effects = usual_estimate(scenario), scenario.causes[cause].effects
    under = {change: scenario.outcome(change, cause) for change in scenario.outcomes}
    alone = {change: o for change, o in under.items() if o.does and not (o.after or o.cures or o.harms)}
    aids = (c for c, o in alone.items() if eased_share(effects, o.does, failing) >= TOLD_FROM_NOISE)
    return tuple(sorted(aids, key=lambda change: scenario.organisation.runbook[change].takes.median))


def _lost(scenario: Scenario, doctrine: Doctrine, seed: int, player: Foresight) -> float:
    return customer_minutes(play(Exercise(scenario, doctrine, seed), player).entries)
