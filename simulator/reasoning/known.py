"""What things would cost if the cause were known: the floor under what they cost while it is not."""

from simulator.domain.duration import MINUTE
from simulator.reasoning.moves import Move
from simulator.reasoning.relief import Eased, felt
from simulator.reasoning.state import State, certain
from simulator.reasoning.table import Table


class Known:
    """Values of states and costs of moves for one scenario and one impact rate, with the cause known.

    Few changes matter under one cause and nothing is left to find out, so these are few and quick.
    """

    def __init__(self, table: Table, rate: float, give_up: int) -> None:
        self.table = table
        self._per_second = rate / MINUTE
        self._give_up = give_up
        self._certain = tuple(certain(cause, len(table.causes)) for cause in range(len(table.causes)))
        self._masks = tuple(table.scope(weights).mask for weights in self._certain)
        self._values: dict[tuple[int, int, Eased], float] = {}
        self._costs: dict[tuple[int, int, int, Eased], float] = {}

    def lost(self, eased: Eased, seconds: int) -> float:
        """The customer-minutes lost in the next seconds."""
        return self._per_second * felt(eased, seconds)

    def surrender(self, eased: Eased) -> float:
        """The cost of giving the quick options up for the slow way."""
        return self.lost(eased, self._give_up)

    def value(self, cause: int, bits: int, eased: Eased) -> float:
        """Expected customer-minutes to the end when the cause is known."""
        key = (cause, bits & self._masks[cause], eased)
        found = self._values.get(key)
        if found is None:
            found = self._values[key] = self._least(*key)
        return found

    def cost(self, number: int, cause: int, bits: int, eased: Eased) -> float:
        """What a move of the table costs, with the best ones after it, when the cause is known."""
        key = (number, cause, bits & self._masks[cause], eased)
        found = self._costs.get(key)
        if found is None:
            found = self._costs[key] = self._cost(self.table.moves[number], *key[1:])
        return found

    def _least(self, cause: int, bits: int, eased: Eased) -> float:
        moves = self.table.scope(self._certain[cause]).open_moves(bits)
        return min([self.surrender(eased), *(self.cost(number, cause, bits, eased) for number in moves)])

    def _cost(self, move: Move, cause: int, bits: int, eased: Eased) -> float:
        step = move.take(State(self._certain[cause], bits, eased))
        ahead = (chance * self.value(cause, after.bits, after.eased) for chance, after in step.branches)
        return self.lost(eased, step.seconds) + step.harm + sum(ahead)
