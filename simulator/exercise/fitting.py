"""Worlds that fit what had been told by a second: other causes and other luck, with the same past.

What had been told is settled: the answers that were heard, the hazards that were checked, the luck of the
changes whose effect was seen. The cause is taken from the belief, in its proportions; all that nobody could
know, and all that is still to come, is drawn anew. The draws are keyed: the same question, the same worlds.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from simulator.domain.scenario import Scenario
from simulator.reasoning import Evidence, belief
from simulator.reasoning.likelihood import (
    answers,
    checked,
    hazard_odds,
    luck_left,
    still_possible,
)
from simulator.reasoning.told import ClueHeard, EffectSeen, HazardSeen, Outlasted, ToolSeen, WordsHeard
from simulator.world import Redrawn, drawn

Given = dict[tuple[str, str], float]
APART = 1_000_003
"""Seeds of worlds drawn anew are this far apart, so that none is a neighbour's."""


def fitting(
    scenario: Scenario, told: Sequence[Evidence], seed: int, since: int, most: int
) -> Iterator[Redrawn]:
    """Up to `most` worlds that fit, each different from that of `seed` from second `since` on.

    Any first few of them hold the causes nearly in the proportions of the belief.
    """
    believed = belief(scenario, told)
    kept = tuple(piece for piece in told if piece not in believed.set_aside)
    for number in range(1, most + 1):
        other = seed + APART * number
        cause = _at(believed.exact, _spread_out(number))
        yield Redrawn(other, since, _given(scenario, kept, cause, other))


def key(told: Sequence[Evidence]) -> frozenset[tuple[object, ...]]:
    """What was told, without how late it was seen, who looked, and in which words it was said to be made.

    Worlds fit alike when it is the same.
    """
    return frozenset(_key(piece) for piece in told if not isinstance(piece, WordsHeard))


def _key(piece: ClueHeard | HazardSeen | EffectSeen | ToolSeen | Outlasted) -> tuple[object, ...]:
    match piece:
        case ClueHeard(place=place, clue=clue):
            return ("look", place, clue)
        case HazardSeen(change=change, hazard=hazard, holds=holds):
            return ("check", change, hazard, holds)
        case EffectSeen(change=change, seen=seen):
            return ("change", change, seen)
        case ToolSeen(tool=tool, works=works, in_place=in_place):
            return ("tool", tool, works, in_place)
        case Outlasted(cause=cause):
            return ("outlasted", cause)


def _spread_out(number: int) -> float:
    """The numbers from 1 on, spread evenly over [0, 1) however many are taken (van der Corput, base 2)."""
    place, share = 0.0, 0.5
    while number:
        place, number, share = place + share * (number & 1), number >> 1, share / 2
    return place


def _at(shares: Mapping[str, Fraction], place: float) -> str:
    """The cause at a place of the belief, laid end to end."""
    last = ""
    for cause, share in shares.items():
        if share:
            place, last = place - float(share), cause
            if place < 0:
                break
    return last


def _given(scenario: Scenario, told: Sequence[Evidence], cause: str, seed: int) -> Given:
    """The draws that make a world of this cause one in which all this would have been told."""
    given: Given = {("scenario", "cause"): _luck_of_cause(scenario, cause)}
    if scenario.causes[cause].heals is not None:
        given["scenario", "heals"] = drawn(seed, "scenario", "heals")
    for place in scenario.clues:
        given[place, "clue"] = _answer(scenario, told, place, cause, drawn(seed, place, "clue"))
    for danger in scenario.dangers:
        luck, odds = drawn(seed, danger.change, danger.hazard), danger.odds.get(cause, 0.0)
        real = hazard_odds(danger, cause, checked(told, danger.change))
        given[danger.change, danger.hazard] = _bent(luck, float(real), odds)
    for change in scenario.outcomes:
        luck, chance = drawn(seed, change, "works"), scenario.outcome(change, cause).chance
        given[change, "works"] = _bent(luck, float(luck_left(scenario, cause, change, told)), chance)
    return given


def _luck_of_cause(scenario: Scenario, cause: str) -> float:
    """A draw that makes it this cause: the middle of its share."""
    before = 0.0
    for name, share in scenario.prior.items():
        if name == cause:
            return before + share / 2
        before += share
    return before


def _answer(scenario: Scenario, told: Sequence[Evidence], place: str, cause: str, luck: float) -> float:
    """A draw that makes a place hold one of the answers that are still possible."""
    odds = [float(share) for share in answers(scenario, place, cause)]
    open_answers = still_possible(scenario, place, told)
    order = [*range(1, len(odds)), 0]
    left, before = luck * sum(odds[number] for number in open_answers), 0.0
    for number in order:
        if number in open_answers and left < odds[number]:
            return before + left
        left -= odds[number] if number in open_answers else 0.0
        before += odds[number]
    return luck


def _bent(luck: float, likely: float, odds: float) -> float:
    """A draw that falls below `odds` as often as is `likely`, instead of as often as `odds` says."""
    if luck < likely:
        return luck / likely * odds
    return odds + (luck - likely) / (1 - likely) * (1 - odds)
