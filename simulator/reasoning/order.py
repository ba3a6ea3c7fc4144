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
from simulator.reasoning.state import State
from simulator.reasoning.table import Table

CLOSE = 1e-9
"""Costs that differ by less than this share are equal: what remains is how floats were added up."""


class Order:
    """Values of states for one scenario and one impact, remembered once found.

    `ahead` is how many decisions it looks ahead, None for all of them. A search that is still `left` so many
    has values of its own: what is remembered never depends on what was asked before.
    """

    def __init__(self, table: Table, impact: Impact, ahead: int | None = None) -> None:
        self.table = table
        self.impact = impact
        self._all = ahead or 1
        self._spends = int(ahead is not None)
        self._bids = Bids(Known(table, impact, coarse=ahead is not None), impact)
        self._values: tuple[dict[State, float], ...] = tuple({} for _ in range(self._all + 1))
        self._floors: tuple[dict[State, float], ...] = tuple({} for _ in range(self._all + 1))

    def __len__(self) -> int:
        """How many states were touched."""
        pairs = zip(self._values, self._floors, strict=True)
        return sum(len(values.keys() | floors.keys()) for values, floors in pairs)

    def value(self, state: State) -> float:
        """Expected customer-minutes from here on, when every decision is the best."""
        return self._search(self.table.settled(state), inf, self._all)

    def cost(self, move: Move, state: State) -> float:
        """Expected customer-minutes of this move now, whatever it is, and the best ones after it."""
        step = self.table.step(move, state)
        ahead = sum(chance * self._search(after, inf, self._all) for chance, after in step.branches)
        return self.impact.lost(state, step.seconds) + step.harm + ahead

    def at_least(self, move: Move, state: State, limit: float) -> float:
        """A floor under the cost of a move, followed until it is clear that it costs `limit` or not.

        If it costs less, the floor is the cost.
        """
        return self._followed(move, state, limit, self._all)

    def best(self, state: State) -> Move | None:
        """The move that reaches the value of a state; None when that is giving up.

        Of several that cost the same it is the first of the table, and giving up comes before all: sums of
        floats differ in their last digits, and those decide nothing.
        """
        settled = self.table.settled(state)
        value, _, _ = self._least(settled, inf, self._all)
        limit = value + CLOSE * abs(value)
        if self.impact.surrender(settled) <= limit:
            return None
        near = sorted(number for bid, number in self._bids.ranked(settled) if bid <= limit)
        moves = (self.table.moves[number] for number in near)
        return next(move for move in moves if self._costs_at_most(move, settled, limit))

    def _costs_at_most(self, move: Move, settled: State, limit: float) -> bool:
        """Whether a move costs no more than this, followed only until that is clear."""
        return self._followed(move, settled, limit, self._all - self._spends) <= limit

    def _search(self, state: State, enough: float, left: int) -> float:
        """The value of a state if below `enough`; else a floor under it that is not below `enough`."""
        found = self._values[left].get(state)
        if found is not None:
            return found
        floor = self._floor(state, left)
        if floor >= enough or not left:
            return floor
        best, floor, _ = self._least(state, enough, left)
        if best < enough:
            self._values[left][state] = best
            return best
        self._floors[left][state] = floor
        return floor

    def _least(self, state: State, enough: float, left: int) -> tuple[float, float, int | None]:
        """The least cost below `enough` (or of giving up), a floor under all, and the move of that cost."""
        best = floor = self.impact.surrender(state)
        least = None
        for bid, number in self._bids.ranked(state):
            limit = min(best, enough)
            if bid >= limit:
                return best, min(floor, bid), least
            cost = self._followed(self.table.moves[number], state, limit, left - self._spends)
            floor = min(floor, cost)
            if cost < limit:
                best, least = cost, number
        return best, floor, least

    def _followed(self, move: Move, state: State, limit: float, left: int) -> float:
        """What a move costs if that is below `limit`; if not, a floor under it that is not below `limit`."""
        seconds, harm, ahead = self.table.step(move, state)
        floors = [self._floor(after, left) for _, after in ahead]
        cost = self.impact.lost(state, seconds) + harm
        cost += sum([chance * floor for (chance, _), floor in zip(ahead, floors, strict=True)])
        for (chance, after), floor in zip(ahead, floors, strict=True):
            if cost >= limit:
                break
            cost += chance * (self._search(after, floor + (limit - cost) / chance, left) - floor)
        return cost

    def _floor(self, state: State, left: int) -> float:
        """The best floor known: the value, what an earlier search found, or the cost with the cause told."""
        found = self._values[left].get(state)
        if found is None:
            found = self._floors[left].get(state)
        if found is None:
            found = self._floors[left][state] = self._bids.told(state)
        return found
