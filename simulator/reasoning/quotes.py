"""What each first decision costs from where the response stands, worked out when asked for."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import inf
from typing import Literal, TypeAlias

from simulator.domain.value import Value, field
from simulator.reasoning.moves import ChangeMove, CheckMove, Move
from simulator.reasoning.order import CLOSE, Order
from simulator.reasoning.start import Start
from simulator.reasoning.state import State

ChoiceKind: TypeAlias = Literal["change", "look", "check"]
Name: TypeAlias = tuple[ChoiceKind, str]


def told_apart(cost: float) -> float:
    """A cost as far as sums are exact: what costs the same is equal, and the order of the files decides."""
    return float(f"{cost:.10g}")


class Quotes(Value, eq=False, dict=True):
    """The costs of first decisions, in expected customer-minutes with the best decisions after them."""

    order: Order
    start: Start
    _costs: dict[Name, float] = field(default_factory=dict)
    _harms: dict[str, float] = field(default_factory=dict)

    @property
    def names(self) -> tuple[Name, ...]:
        """Every decision there is: changes of the runbook, places to look at, changes to check."""
        return tuple((move.kind, move.name) for move in self.order.table.moves)

    def cost(self, name: Name) -> float:
        """Customer-minutes that one decision costs, however unwise; KeyError when there is no such one."""
        if name not in self._costs:
            self._costs[name] = told_apart(self._cost(self._move(name)))
        return self._costs[name]

    def best(self) -> Name:
        """The decision that costs least; of equal ones the first that the search or the files have."""
        found = self.order.best(self.start.state) if self.start.failing == 1 else None
        if found:
            return found.kind, found.name
        return min(self.cheapest(1, tuple(self._sensible())), key=self.cost)

    def cheapest(self, most: int, names: Sequence[Name]) -> tuple[Name, ...]:
        """The decisions of some that may be among the few that cost least, in the order given.

        All others cost more than so many of these: each is followed only until that is clear.
        """
        costs, kept = list[float](), set[Name]()
        for some in (self._useful(names), self._useless(names)):
            for floor, name in some:
                limit = costs[most - 1] if len(costs) >= most else inf
                if floor > limit + CLOSE * abs(limit):
                    break
                if self.may_cost(name, limit):
                    kept.add(name)
                    costs = sorted((*costs, self.cost(name)))
        return tuple(name for name in names if name in kept)

    def _useful(self, names: Sequence[Name]) -> list[tuple[float, Name]]:
        """The decisions that can still do some good, each with its floor, the lowest first."""
        return sorted((self.floor(name), name) for name in names if name in self._open)

    def _useless(self, names: Sequence[Name]) -> Iterator[tuple[float, Name]]:
        """The others, one by one, the lowest floor first: while it goes on that is what takes least time."""
        others = set(names) - self._open
        ranked: Iterable[Name] = ((move.kind, move.name) for move in self.order.table.quickest)
        if not self.start.failing:
            ranked = sorted(names, key=self.floor)
        yield from ((self.floor(name), name) for name in ranked if name in others)

    def may_cost(self, name: Name, limit: float) -> bool:
        """Whether a decision may cost no more than this, found with no more work than that takes."""
        limit += CLOSE * abs(limit)
        if name in self._costs or limit == inf:
            return limit == inf or self._costs[name] <= limit
        if name not in self._open and self.floor(name) > limit:
            return False
        start, move = self.start, self._move(name)
        besides = self._besides(move)
        if not start.failing:
            return besides <= limit
        left = (limit - besides) / start.failing
        return self.order.at_least(move, start.state, left) <= left

    def floor(self, name: Name) -> float:
        """A floor under the cost of a decision (customer-minutes), found at once.

        What can do no good only leads back to where it was decided, when its time is over.
        """
        start, move = self.start, self._move(name)
        if not start.failing:
            return self._besides(move)
        if name not in self._open:
            lost = self.order.impact.lost(start.state, move.seconds)
            return start.failing * (self._least + lost)
        return start.failing * self.order.at_least(move, start.state, 0.0) + self._besides(move)

    @cached_property
    def _open(self) -> frozenset[Name]:
        """The decisions that can still do some good. No relief is taken to be under way."""
        table = self.order.table
        weights, bits, _ = table.settled(self.start.state)
        opened = (table.moves[number] for number in table.scope(weights).open_moves(bits))
        return frozenset((move.kind, move.name) for move in opened)

    @cached_property
    def _least(self) -> float:
        """What the best decision costs while the impact goes on; giving up is one, too."""
        return self.order.value(self.start.state)

    def _sensible(self) -> Iterator[Name]:
        """The decisions but for checks of what this outage knows nothing dangerous of."""
        moves = self.order.table.moves
        return ((m.kind, m.name) for m in moves if not (isinstance(m, CheckMove) and not m.perils))

    def harm(self, name: Name) -> float:
        """The customer-minutes of damage that a decision is expected to do by itself."""
        start, move = self.start, self._move(name)
        if not isinstance(move, ChangeMove):
            return 0.0
        besides = self._besides(move)
        return start.failing * move.harm(start.state) + besides if start.failing else besides

    def surrender(self) -> float:
        """The cost of the slow way, begun now."""
        start = self.start
        if not start.failing:
            return 0.0
        return told_apart(start.failing * self.order.impact.surrender(start.state))

    def gains(self, name: Name) -> bool:
        """Whether a decision may do any good: it costs less than its time, and the slow way all the same."""
        start = self.start
        spent = start.failing * self.order.impact.lost(start.state, self._move(name).seconds)
        limit = (self.surrender() + spent) * (1 - CLOSE)
        return self.may_cost(name, limit) and self.cost(name) < limit

    def useful(self, name: Name) -> bool:
        """Whether a decision can still help, or tell anything that would change another one."""
        return name in self._open

    def path(self, first: Name) -> Iterator[Name]:
        """A decision and the best ones after it while it goes on: each time the likeliest of that is seen."""
        return (name for name, _ in self._steps(first))

    def until_over(self, first: Name) -> Iterator[Name]:
        """The same, up to the decision that most probably ends it: that is the likeliest thing to be seen."""
        for name, ends in self._steps(first):
            yield name
            if ends:
                return

    def _steps(self, first: Name) -> Iterator[tuple[Name, bool]]:
        """The decisions while it goes on, each with whether it most probably ends it."""
        state, move = self.start.state, self._move(first) if self.start.failing else None
        while move is not None:
            branches = move.take(state).branches
            likeliest = max(branches, key=lambda each: each.chance, default=None)
            over = 1.0 - sum(each.chance for each in branches)
            yield (move.kind, move.name), likeliest is None or over > likeliest.chance
            if likeliest is None:
                return
            state = likeliest.state
            move = self.order.best(state)

    def _move(self, name: Name) -> Move:
        move = self.order.table.by_name.get(name)
        if move is None:
            raise KeyError(f"no {name[0]} named {name[1]!r}")
        return move

    def _cost(self, move: Move) -> float:
        """Time counts only while the impact goes on; harm is also done to customers already served again."""
        start = self.start
        cost = start.failing * self.order.cost(move, start.state) if start.failing else 0.0
        return cost + self._besides(move)

    def _besides(self, move: Move) -> float:
        """The harm it is expected to do to customers who are already served again."""
        start = self.start
        if start.failing == 1 or not isinstance(move, ChangeMove):
            return 0.0
        if move.name not in self._harms:
            harm = move.harm(State(start.ended, start.state.bits))
            self._harms[move.name] = (1 - start.failing) * harm
        return self._harms[move.name]
