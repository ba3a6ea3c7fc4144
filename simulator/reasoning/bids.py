"""Floors under what the open moves cost, from what they would cost if the cause were known.

Being told the cause for certain can only help, hence for every state and every move

    sum over causes: belief x cost with that cause known  <=  cost

For a look there is a better floor. With probability m, at least, its answer says nothing (`LookMove.dull`);
then the state is the one before, v, but for the time and one option less. If the look is the best move of
that state

    v >= lost + m x v + (1 - m) x told        that is        v >= told + lost / (1 - m)

where `told` is the value if the cause were told now and `lost` what the look's time costs. So a look whose
bid, the right side, is no lower than the cost of another move need not be followed: either it is not the
best, or it costs no less.

A pre-check whose answer has nothing to do with the cause can only save harm. Unchecked, the plan for the
case that no hazard holds costs at most the expected harm more; so the check is left out when its time costs
as much.
"""

from operator import mul
from typing import NamedTuple

from simulator.reasoning.impact import Impact
from simulator.reasoning.known import Known
from simulator.reasoning.moves import CheckMove, LookMove, Move
from simulator.reasoning.relief import Eased
from simulator.reasoning.state import State
from simulator.reasoning.table import Scope


class Offer(NamedTuple):
    """An open move: its cost if each believed cause were known, and the extra for saying nothing."""

    number: int
    costs: tuple[float, ...]
    extra: float


class Bids:
    """The floors of moves and states. What does not depend on the belief is worked out once."""

    def __init__(self, known: Known, impact: Impact) -> None:
        self._known = known
        self._impact = impact
        self._table = known.table
        self._offers: dict[tuple[tuple[int, ...], int, Eased], list[Offer]] = {}

    def ranked(self, state: State) -> list[tuple[float, int]]:
        """The open moves by number, each with the floor under its cost, lowest first."""
        weights, bits, eased = state
        scope, total = self._table.scope(weights), sum(weights)
        shares = [weights[cause] / total for cause in scope.believed]
        return sorted(
            [
                (sum(map(mul, shares, costs)) + extra, number)
                for number, costs, extra in self._open(scope, bits, eased)
            ]
        )

    def told(self, state: State) -> float:
        """The value of a state if the cause were told now: the floor under its value."""
        weights, bits, eased = state
        value, believed = self._known.value, self._table.scope(weights).believed
        return sum([weights[cause] * value(cause, bits, eased) for cause in believed]) / sum(weights)

    def _open(self, scope: Scope, bits: int, eased: Eased) -> list[Offer]:
        key = (scope.believed, bits, eased)
        found = self._offers.get(key)
        if found is None:
            numbers = [
                each for each in scope.open_moves(bits) if not self._pointless(each, scope, bits, eased)
            ]
            found = self._offers[key] = [self._offer(number, scope, bits, eased) for number in numbers]
        return found

    def _pointless(self, number: int, scope: Scope, bits: int, eased: Eased) -> bool:
        """Whether it is a pre-check that says nothing of the cause, and costs what it can save at most."""
        check = self._table.moves[number]
        if not isinstance(check, CheckMove) or check.tells(scope.believed, bits):
            return False
        saved = sum(
            peril.expected(bits, scope.believed[0]) for peril in check.perils if not bits & peril.seen
        )
        return self._impact.at_least(eased, check.seconds) >= check.uses * saved

    def _offer(self, number: int, scope: Scope, bits: int, eased: Eased) -> Offer:
        costs = tuple(self._known.cost(number, cause, bits, eased) for cause in scope.believed)
        return Offer(number, costs, self._extra(self._table.moves[number], scope, eased))

    def _extra(self, move: Move, scope: Scope, eased: Eased) -> float:
        if not isinstance(move, LookMove):
            return 0.0
        dull = move.dull(scope.believed)
        return self._impact.at_least(eased, move.seconds) * dull / (1 - dull)
