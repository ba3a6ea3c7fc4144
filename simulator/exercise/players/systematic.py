"""The player that explores: every place looked at, every change made; each seed begins elsewhere."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import ClassVar, TypeVar

from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario
from simulator.exercise.exercise import Exercise
from simulator.exercise.players.book_people import opening
from simulator.exercise.sight import Sight

T = TypeVar("T")
LEAVES = 7
"""Every so many seeds it changes nothing and leaves when it has looked at everything, to see that end too."""
PATIENT = 4
"""Every so many seeds it only looks and listens for the first half, so that what takes long can happen."""


class Systematic:
    """Seed k begins with the k-th place and the k-th change, and goes on until all have been tried.

    It tells nobody anything and stops nobody, so that all who wait for silence or a free hand get it. Those
    whom the scenario lets speak are paged first.
    """

    name: ClassVar[str] = "systematic"

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self._said: set[str] = set()
        self._hands: dict[str, tuple[str, str]] = {}

    def says(self, exercise: Exercise) -> str:
        """The next thing that has not been tried and can be now."""
        sight, self._hands = Sight(exercise), {}
        said = next((text for text in self._agenda(sight) if text), "")
        return said or ("wait 1m" if _expects(sight) else "wait 10m")

    def _agenda(self, sight: Sight) -> Iterator[str]:
        yield from _speakers(sight)
        if not sight.board.severity:
            yield next(opening(sight, self._said))
        for place in _turned(tuple(sight.scenario.clues), self.seed):
            yield self._once(f"investigate {place}", sight, place)
        if self.seed % LEAVES == LEAVES - 1:
            yield "" if self._looking(sight) else "end"
        elif self.seed % PATIENT or sight.now >= sight.scenario.limit // 2:
            yield from self._changes(sight)

    def _looking(self, sight: Sight) -> bool:
        asked = {f"investigate {place}" for place in sight.scenario.clues}
        return bool(sight.board.work) or not asked <= self._said

    def _changes(self, sight: Sight) -> Iterator[str]:
        plan = _plan(sight.scenario, self.seed)
        done = {attempt.change for attempt in sight.board.changes if attempt.done is not None}
        ordered = {attempt.change for attempt in sight.board.changes}
        for change in (each for each in plan if each not in ordered):
            place = sight.runbook(change).on
            if self.seed % 2 and sight.runbook(change).hazards:
                yield self._once(f"check {change}", sight, place)
            if _needs(sight.scenario, change) <= done:
                yield self._once(f"order {change}", sight, place)
        if ordered.issuperset(plan) and not sight.board.work:
            yield "end"

    def _once(self, words: str, sight: Sight, place: str) -> str:
        """Have it done by someone who can and is free, once each; or page someone who can."""
        if words in self._said:
            return ""
        if place not in self._hands:
            self._hands[place] = _hands(sight, place)
        free, page = self._hands[place]
        if free:
            self._said.add(words)
            return f"{words} by {sight.name(free)}"
        return page


def _expects(sight: Sight) -> bool:
    """Whether anybody is at something, or on their way."""
    return bool(sight.board.work) or bool(sight.board.coming)


def _hands(sight: Sight, place: str) -> tuple[str, str]:
    """Someone free on the call who can work on a place, or else the page that brings somebody who can."""
    able = [person for person in sight.here if person in _able(sight.organisation, place)]
    free = next((person for person in able if not sight.busy(person)), "")
    return free, "" if able or sight.coming(place) else sight.summon(place)


@lru_cache(maxsize=512)
def _able(organisation: Organisation, place: str) -> frozenset[str]:
    """Who can work on a place; on one that is nobody's, those can who know some service."""
    running = {service.team for service in organisation.services.values()}
    return frozenset(
        one.id for one in organisation.people.values()
        if organisation.can_work(one.id, place) and (one.knows or one.team in running)
    )  # fmt: skip


def _speakers(sight: Sight) -> Iterator[str]:
    """Pages for those who are to say something; who missed one is paged again."""
    for inject in sight.scenario.injects:
        known = inject.who in sight.organisation.people
        if known and sight.board.people.get(inject.who) in (None, "unanswered"):
            yield f"page {sight.name(inject.who)}"


@lru_cache(maxsize=64)
def _plan(scenario: Scenario, seed: int) -> tuple[str, ...]:
    """Every change, what it needs before it, beginning elsewhere with each seed; those in the story first."""
    told = _turned(tuple(scenario.outcomes), seed)
    plan: dict[str, None] = {}
    for change in (*told, *scenario.organisation.runbook):
        _add(scenario, change, plan, ())
    return tuple(plan)


def _add(scenario: Scenario, change: str, plan: dict[str, None], above: tuple[str, ...]) -> None:
    for needed in sorted(_needs(scenario, change)):
        if needed not in above:
            _add(scenario, needed, plan, (*above, change))
    plan.setdefault(change)


@lru_cache(maxsize=1024)
def _needs(scenario: Scenario, change: str) -> frozenset[str]:
    parts = (outcome.after for outcome in scenario.outcomes.get(change, {}).values())
    return frozenset().union(*parts)


def _turned(row: Sequence[T], by: int) -> tuple[T, ...]:
    """A row, begun at another place."""
    start = by % len(row) if row else 0
    return (*row[start:], *row[:start])
