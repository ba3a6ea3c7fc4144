"""From what the seat had been told to the state from which the search begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import prod

from simulator.domain.scenario import Outcome, Scenario
from simulator.reasoning.belief import Belief, belief
from simulator.reasoning.likelihood import helped_where_it_could, seen_of, still_possible
from simulator.reasoning.odds import exact, whole
from simulator.reasoning.state import State, Weights
from simulator.reasoning.table import Table
from simulator.reasoning.told import ClueHeard, EffectSeen, Evidence, HazardSeen


@dataclass(frozen=True, slots=True)
class Start:
    """The belief, and what it means for the search.

    `state` is given that the impact goes on, `ended` are the causes' weights given that it has ended (a
    change that helped, or was just made, may have cured it), `failing` is how likely it is that it goes on.
    """

    belief: Belief
    state: State
    ended: Weights
    failing: float


def start(
    scenario: Scenario, table: Table, told: Sequence[Evidence], in_place: frozenset[str], made: frozenset[str]
) -> Start:
    """Where the response stands: evidence, changes in place, and changes made (seen or not)."""
    believed = belief(scenario, told)
    kept = tuple(piece for piece in told if piece not in believed.set_aside)
    goes_on = {cause: _goes_on(scenario, cause, kept, in_place, made) for cause in believed}
    on = [believed.exact[cause] * goes_on[cause] for cause in believed]
    ended = [believed.exact[cause] * (1 - goes_on[cause]) for cause in believed]
    bits = table.layout.placed(in_place) | _heard(scenario, table, told)
    bits |= _luck(scenario, table, kept, in_place, made)
    return Start(believed, State(whole(on), bits), whole(ended), float(sum(on)))


def assumed_in_place(told: Sequence[Evidence]) -> frozenset[str]:
    """The changes in place when nothing is said of it: every one that was seen to be made."""
    effects = [piece for piece in told if isinstance(piece, EffectSeen)]
    return frozenset().union(*({piece.change} | piece.in_place for piece in effects))


def _goes_on(
    scenario: Scenario, cause: str, told: Sequence[Evidence], in_place: frozenset[str], made: frozenset[str]
) -> Fraction:
    """The probability that no change in place has cured it, if this is the cause."""
    outcomes = ((name, scenario.outcome(name, cause)) for name in sorted(in_place))
    cures = ((name, outcome) for name, outcome in outcomes if outcome.cures)
    left = (1 - _cured(outcome, seen_of(told, name), in_place, name in made) for name, outcome in cures)
    return prod(left, start=Fraction(1))


def _cured(outcome: Outcome, pieces: Sequence[EffectSeen], in_place: frozenset[str], made: bool) -> Fraction:
    if pieces:
        return Fraction(int(True in helped_where_it_could(outcome, pieces, lag=0)))
    return exact(outcome.chance) if made and in_place.issuperset(outcome.after) else Fraction(0)


def _luck(
    scenario: Scenario,
    table: Table,
    told: Sequence[Evidence],
    in_place: frozenset[str],
    made: frozenset[str],
) -> int:
    """The bits of each change tried: its luck is good, bad, or unseen and not to be tried blindly again."""
    bits = 0
    for change in sorted(made | {piece.change for piece in told if isinstance(piece, EffectSeen)}):
        pieces = seen_of(told, change)
        for after in _needs(scenario, change):
            helped = {piece.seen in ("helped", "relapsed") for piece in pieces if piece.in_place >= after}
            if change in in_place and _lasts(scenario, change):
                bits |= table.layout.luck("spent", change, after)
            elif True in helped:
                bits |= table.layout.luck("sure", change, after)
            elif helped or (not pieces and in_place >= after):
                bits |= table.layout.luck("spent", change, after)
    return bits


@lru_cache(maxsize=1024)
def _needs(scenario: Scenario, change: str) -> tuple[frozenset[str], ...]:
    """What a change needs in place, under this cause or that."""
    return tuple(dict.fromkeys(frozenset(scenario.outcome(change, cause).after) for cause in scenario.causes))


@lru_cache(maxsize=1024)
def _lasts(scenario: Scenario, change: str) -> bool:
    """Whether what a change does stays while it is in place, so that making it again adds nothing."""
    outcomes = [scenario.outcome(change, cause) for cause in scenario.causes]
    stays = (not o.cures and o.relieves is None and all(e.lasts is None for e in o.does) for o in outcomes)
    return any(o.does for o in outcomes) and all(stays)


def _heard(scenario: Scenario, table: Table, told: Sequence[Evidence]) -> int:
    """The bits of places looked at and hazards checked, also those whose answer was set aside.

    A place where somebody else could still tell more counts as not looked at.
    """
    bits = 0
    for piece in told:
        if isinstance(piece, ClueHeard) and len(still_possible(scenario, piece.place, told)) < 2:
            bits |= table.layout.bit("looked", piece.place)
        elif isinstance(piece, HazardSeen):
            bits |= table.layout.bit("seen", piece.change, piece.hazard)
            bits |= table.layout.bit("holds", piece.change, piece.hazard) if piece.holds else 0
    return bits
