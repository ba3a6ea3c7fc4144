"""Every world that a small scenario allows, one by one, with its probability: the slow way to a belief."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from simulator.domain.scenario import Scenario
from simulator.reasoning import ClueHeard, EffectSeen, Evidence, HazardSeen, Outlasted, WordsHeard
from simulator.reasoning.likelihood import (
    FITS_WORDS,
    GROWS_BY_ITSELF,
    HARM_SHOWS,
    LINGERS,
    MISSED,
    SIDE_EFFECT_SHOWS,
    TOLD_FROM_NOISE,
)

ONE = Fraction(1)


@dataclass(frozen=True)
class Luck:
    """What is drawn for a change: whether it works, is noticed, its harm shows, or it looks worse anyway."""

    works: bool
    noticed: bool
    harm_shows: bool
    grows: bool


@dataclass(frozen=True)
class Drawn:
    """One world: the cause, what each place says, which hazards hold, the luck of each change, whether
    what is said when it is made fits what is so, and whether anything lingers on when a cause is over."""

    cause: str
    clues: dict[str, int]
    hazards: dict[tuple[str, str], bool]
    luck: dict[str, Luck]
    fits: dict[str, bool]
    lingers: dict[str, bool]


def worlds(scenario: Scenario, told: Sequence[Evidence]) -> Iterator[tuple[Drawn, Fraction]]:
    """All worlds that differ in what was told, each with its probability."""
    total = sum(cause.weight for cause in scenario.causes.values())
    places = sorted({each.place for each in told if isinstance(each, ClueHeard)})
    named = {each.change for each in told if isinstance(each, HazardSeen | EffectSeen)}
    named |= {name for each in told if isinstance(each, EffectSeen) for name in each.in_place}
    changes = sorted(named)
    spoken = sorted({each.change for each in told if isinstance(each, WordsHeard)})
    outlasted = sorted({each.cause for each in told if isinstance(each, Outlasted)})
    for cause, about in scenario.causes.items():
        clues = [_clues(scenario, place, cause) for place in places]
        dangers = [danger for danger in scenario.dangers if danger.change in changes]
        hazards = [_yes_no(Fraction(str(danger.odds[cause]))) for danger in dangers]
        luck = [_luck(scenario, change, cause) for change in changes]
        fits = [_yes_no(FITS_WORDS) for _ in spoken]
        lingers = [_yes_no(LINGERS) for _ in outlasted]
        for drawn in product(*clues, *hazards, *luck, *fits, *lingers):
            chance = Fraction(about.weight, total)
            for _, odds in drawn:
                chance *= odds
            values: Iterator[Any] = iter([value for value, _ in drawn])
            yield (
                Drawn(
                    cause,
                    {place: next(values) for place in places},
                    {(danger.change, danger.hazard): next(values) for danger in dangers},
                    {change: next(values) for change in changes},
                    {change: next(values) for change in spoken},
                    {over: next(values) for over in outlasted},
                ),
                chance,
            )


def agrees(scenario: Scenario, world: Drawn, told: Sequence[Evidence]) -> bool:
    """Whether everything told would have been heard and seen in this world."""
    return all(_agrees(scenario, world, piece) for piece in told)


def _agrees(scenario: Scenario, world: Drawn, piece: Evidence) -> bool:
    if isinstance(piece, ClueHeard):
        return world.clues[piece.place] == piece.clue
    if isinstance(piece, HazardSeen):
        return world.hazards[piece.change, piece.hazard] == piece.holds
    if isinstance(piece, WordsHeard):
        under = {cause: scenario.outcome(piece.change, cause).says for cause in scenario.causes}
        own = piece.says in under.values()
        return not own or world.fits[piece.change] == (under[world.cause] == piece.says)
    if isinstance(piece, Outlasted):
        return piece.cause != world.cause or world.lingers[piece.cause]
    if isinstance(piece, EffectSeen):
        return piece.seen in _looks(scenario, world, piece)
    raise TypeError(piece)  # no small scenario has a tool


def _looks(scenario: Scenario, world: Drawn, piece: EffectSeen) -> set[str]:
    """What can be seen of a change made in this world; a relief may be seen to relapse or not."""
    outcome, luck = scenario.outcome(piece.change, world.cause), world.luck[piece.change]
    over = not outcome.cures and outcome.relieves and piece.delay > outcome.relieves[1]
    early = scenario.may_come_first(piece.change, world.cause)
    placed = piece.in_place | (piece.since if early else set())
    cured = any(_cures(scenario, world, name) for name in _waited(scenario, world, piece))
    if luck.works and luck.noticed and set(outcome.after) <= placed and not over:
        return {"helped"} if outcome.cures or cured else {"helped", "relapsed"}
    if cured:
        return {"helped"}
    holds = any(real for (change, _), real in world.hazards.items() if change == piece.change)
    worse = luck.harm_shows if outcome.harms or holds else luck.grows
    return {"worse"} if worse else {"nothing"}


def _waited(scenario: Scenario, world: Drawn, piece: EffectSeen) -> list[str]:
    """The changes in place that lacked only this one, or what came since."""
    there = {*piece.in_place, *piece.since, piece.change}
    return [
        name for name in sorted(piece.in_place)
        if scenario.may_come_first(name, world.cause)
        and piece.change in scenario.outcome(name, world.cause).after
        and set(scenario.outcome(name, world.cause).after) <= there
    ]  # fmt: skip


def _cures(scenario: Scenario, world: Drawn, change: str) -> bool:
    luck = world.luck[change]
    return scenario.outcome(change, world.cause).cures and luck.works and luck.noticed


def _clues(scenario: Scenario, place: str, cause: str) -> list[tuple[int, Fraction]]:
    odds = [Fraction(str(clue.odds[cause])) for clue in scenario.clues.get(place, ())]
    return [(0, ONE - sum(odds)), *enumerate(odds, 1)]


def _luck(scenario: Scenario, change: str, cause: str) -> list[tuple[Luck, Fraction]]:
    outcome = scenario.outcome(change, cause)
    noticed = Fraction(0)
    if outcome.cures:
        noticed = ONE
    elif outcome.relieves:
        noticed = ONE if outcome.relieves[0] >= TOLD_FROM_NOISE else Fraction(0)
    elif outcome.does:
        noticed = SIDE_EFFECT_SHOWS
    works = Fraction(str(outcome.chance))
    if works * noticed > 1 - MISSED:
        noticed = (1 - MISSED) / works
    odds = (works, noticed, HARM_SHOWS, GROWS_BY_ITSELF)
    return [
        (Luck(*(value for value, _ in each)), each[0][1] * each[1][1] * each[2][1] * each[3][1])
        for each in product(*map(_yes_no, odds))
    ]


def _yes_no(odds: Fraction) -> list[tuple[bool, Fraction]]:
    return [(True, odds), (False, 1 - odds)]
