"""The best order of what remains, by dynamic programming over states: expected customer-minutes to the end.

    value(state) = min( rate x giving up,
                        min over moves: rate x seconds + harm + sum over observations: chance x value(next) )

It is exact. It is quick because

- histories with the same belief and possibilities share one state (`state`, `Table.settled`);
- moves that cannot matter under the causes still believed are left out (`table`);
- a move is followed only while it could still be the best (`bids`). The search asks of a state only whether
  its value is below a bound that still matters; when it is not, the floor found on the way is remembered in
  place of the value. This is Ballard's *-minimax (Artificial Intelligence 21, 1983) with one player left
  out.
"""

from math import inf

from simulator.reasoning.bids import Bids
from simulator.reasoning.impact import Impact
from simulator.reasoning.known import Known
from simulator.reasoning.moves import Move
from simulator.reasoning.state import Branch, State
from simulator.reasoning.table import Table


class Order:
    """Values of states for one scenario and one impact, remembered once found."""

    def __init__(self, table: Table, impact: Impact) -> None:
        self.table = table
        self.impact = impact
        self._bids = Bids(Known(table, impact), impact)
        self._values: dict[State, float] = {}
        self._floors: dict[State, float] = {}

    def __len__(self) -> int:
        """How many states were touched."""
        return len(self._values.keys() | self._floors.keys())

    def value(self, state: State) -> float:
        """Expected customer-minutes from here on, when every decision is the best."""
        return self._search(self.table.settled(state), inf)

    def cost(self, move: Move, state: State) -> float:
        """Expected customer-minutes of this move now, whatever it is, and the best ones after it."""
        step = move.take(state)
        ahead = sum(chance * self.value(after) for chance, after in step.branches)
        return self.impact.lost(state, step.seconds) + step.harm + ahead

    def best(self, state: State) -> Move | None:
        """The move that reaches the value of a state; None when that is giving up."""
        _, _, number = self._least(self.table.settled(state), inf)
        return None if number is None else self.table.moves[number]

    def _search(self, state: State, enough: float) -> float:
        """The value of a state if below `enough`; else a floor under it that is not below `enough`."""
        found = self._values.get(state)
        if found is not None:
            return found
        floor = self._floor(state)
        if floor >= enough:
            return floor
        best, floor, _ = self._least(state, enough)
        if best < enough:
            self._values[state] = best
            return best
        self._floors[state] = floor
        return floor

    def _least(self, state: State, enough: float) -> tuple[float, float, int | None]:
        """The least cost below `enough` (or of giving up), a floor under all, and the move of that cost."""
        best = floor = self.impact.surrender(state)
        least = None
        for bid, number in self._bids.ranked(state):
            limit = min(best, enough)
            if bid >= limit:
                return best, min(floor, bid), least
            cost = self._followed(self.table.moves[number], state, limit)
            floor = min(floor, cost)
            if cost < limit:
                best, least = cost, number
        return best, floor, least

    def _followed(self, move: Move, state: State, limit: float) -> float:
        """What a move costs if that is below `limit`; if not, a floor under it that is not below `limit`."""
        step = move.take(state)
        ahead = [Branch(chance, self.table.settled(after)) for chance, after in step.branches]
        floors = [self._floor(after) for _, after in ahead]
        cost = self.impact.lost(state, step.seconds) + step.harm
        cost += sum([chance * floor for (chance, _), floor in zip(ahead, floors, strict=True)])
        for (chance, after), floor in zip(ahead, floors, strict=True):
            if cost >= limit:
                break
            cost += chance * (self._search(after, floor + (limit - cost) / chance) - floor)
        return cost

    def _floor(self, state: State) -> float:
        """The best floor known: the value, what an earlier search found, or the cost with the cause told."""
        found = self._values.get(state)
        if found is None:
            found = self._floors.get(state)
        if found is None:
            found = self._floors[state] = self._bids.told(state)
        return found
