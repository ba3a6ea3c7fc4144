"""What time costs: the customers failing now, those who come to it, and those who are spared for a while."""

from simulator.domain.duration import MINUTE
from simulator.reasoning.relief import Eased, felt
from simulator.reasoning.state import State
from simulator.reasoning.table import Table


class Impact:
    """The customer-minutes that go by while `rate` customers fail; the slow way takes `give_up` seconds.

    Customers who come to fail as an outage grows are counted only where something can stop that.
    """

    def __init__(self, table: Table, rate: float, give_up: int) -> None:
        self._table = table
        self._rate = rate
        self._give_up = give_up
        self._grows = any(table.growing)
        self._heals = any(table.heals)

    def lost(self, state: State, seconds: int) -> float:
        """The customer-minutes lost in the next seconds, while the impact goes on."""
        rate = self._rate + self._besides(state) if self._grows else self._rate
        return rate * felt(state.eased, seconds) / MINUTE

    def at_least(self, eased: Eased, seconds: int) -> float:
        """No more than what is lost, whatever the cause."""
        return self._rate * felt(eased, seconds) / MINUTE

    def surrender(self, state: State) -> float:
        """The cost of giving the quick options up for the slow way, or until it is over by itself."""
        if not self._heals:
            return self.lost(state, self._give_up)
        rate = self._rate + self._besides(state) if self._grows else self._rate
        last = zip(state.weights, self._table.heals, strict=True)
        waits = [
            weight * felt(state.eased, min(self._give_up, heals or self._give_up)) for weight, heals in last
        ]
        return rate * sum(waits) / sum(state.weights) / MINUTE

    def _besides(self, state: State) -> float:
        weights, bits, _ = state
        grown = (weight * self._table.grown(cause, bits) for cause, weight in enumerate(weights) if weight)
        return sum(grown) / sum(weights)
