"""From what the seat had been told to the state from which the search begins."""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import prod

from simulator.domain.scenario import Scenario
from simulator.domain.value import Value
from simulator.reasoning.arrival import chances_of
from simulator.reasoning.belief import Belief, belief
from simulator.reasoning.likelihood import helped_where_it_could, luck_left, still_possible
from simulator.reasoning.odds import exact, whole
from simulator.reasoning.state import State, Weights
from simulator.reasoning.table import Table
from simulator.reasoning.told import ClueHeard, EffectSeen, Evidence, HazardSeen


class Start(Value):
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
    cures = (name for name in sorted(in_place) if scenario.outcome(name, cause).cures)
    left = (1 - _cured(scenario, cause, name, told, in_place, name in made) for name in cures)
    return prod(left, start=Fraction(1))


def _cured(
    scenario: Scenario,
    cause: str,
    change: str,
    told: Sequence[Evidence],
    in_place: frozenset[str],
    made: bool,
) -> Fraction:
    """How likely a change in place has cured it; what is in place early may have since its last watch."""
    outcome, pieces = scenario.outcome(change, cause), [*chances_of(scenario, cause, change, told)]
    could = helped_where_it_could(outcome, pieces, lag=0)
    if True in could:
        return luck_left(scenario, cause, change, told)
    if could or (pieces and not scenario.may_come_first(change, cause)):
        return Fraction(0)
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
        for (after, early), cause in _needs(scenario, change).items():
            pieces = [*chances_of(scenario, cause, change, told)]
            helped = {piece.seen in ("helped", "relapsed") for piece in pieces if piece.in_place >= after}
            acted = early and in_place >= after
            if change in in_place and (acted or _lasts(scenario, change)):
                bits |= table.layout.luck("spent", change, after, early)
            elif True in helped:
                bits |= table.layout.luck("sure", change, after, early)
            elif helped or (not pieces and in_place >= after):
                bits |= table.layout.luck("spent", change, after, early)
    return bits


@lru_cache(maxsize=1024)
def _needs(scenario: Scenario, change: str) -> dict[tuple[frozenset[str], bool], str]:
    """What a change needs in place, and whether it may be made early, each with a cause that has it so."""
    return {
        (frozenset(scenario.outcome(change, cause).after), scenario.may_come_first(change, cause)): cause
        for cause in scenario.causes
    }


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
