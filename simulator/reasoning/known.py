"""What things would cost if the cause were known: the floor under what they cost while it is not."""

from simulator.reasoning.impact import Impact
from simulator.reasoning.moves import ChangeMove, Move
from simulator.reasoning.relief import Eased, coarsened, later
from simulator.reasoning.state import State, certain
from simulator.reasoning.table import Table


class Known:
    """Values of states and costs of moves for one scenario and one impact, with the cause known.

    Few changes matter under one cause and nothing is left to find out, so these are few and quick. Where they
    are many, reliefs are taken `coarse`, a little too well; what is a floor stays one.
    """

    def __init__(self, table: Table, impact: Impact, coarse: bool = False) -> None:
        self.table = table
        self._eased = coarsened if coarse else _as_it_is
        self._impact = impact
        self._certain = tuple(certain(cause, len(table.causes)) for cause in range(len(table.causes)))
        self._scopes = tuple(table.scope(weights) for weights in self._certain)
        self._values: dict[tuple[int, int, Eased], float] = {}
        self._costs: dict[tuple[int, int, int, Eased], float] = {}

    def value(self, cause: int, bits: int, eased: Eased) -> float:
        """Expected customer-minutes to the end when the cause is known."""
        key = (cause, bits & self._scopes[cause].mask, self._eased(eased))
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._least(*key)
        return found

    def cost(self, number: int, cause: int, bits: int, eased: Eased) -> float:
        """Customer-minutes of a move of the table, with the best ones after it, when the cause is known."""
        mask = self._scopes[cause].mask | self.table.moves[number].risks
        key = (number, cause, bits & mask, self._eased(eased))
        found = self._costs.get(key)
        if found is None:
            found = self._costs[key] = self._cost(*key)
        return found

    def _least(self, cause: int, bits: int, eased: Eased) -> float:
        moves = self._scopes[cause].open_moves(bits)
        slow = self._impact.surrender(State(self._certain[cause], bits, eased))
        return min([slow, *(self.cost(number, cause, bits, eased) for number in moves)])

    def _cost(self, number: int, cause: int, bits: int, eased: Eased) -> float:
        state, scope = State(self._certain[cause], bits, eased), self._scopes[cause]
        move = self.table.moves[number]
        if number not in scope.open_moves(bits & scope.mask):
            return self._back(move, state, cause)
        step = self.table.step(move, state)
        ahead = (chance * self.value(cause, after.bits, after.eased) for chance, after in step.branches)
        return self._impact.lost(state, step.seconds) + step.harm + sum(ahead)

    def _back(self, move: Move, state: State, cause: int) -> float:
        """What a move costs that can do no good under a cause: it only leads back, when its time is over."""
        harm = move.harm(state) if isinstance(move, ChangeMove) else 0.0
        ahead = self.value(cause, state.bits, later(state.eased, move.seconds))
        return self._impact.lost(state, move.seconds) + harm + ahead


def _as_it_is(eased: Eased) -> Eased:
    return eased
