"""What to do next, with what each choice is expected to cost."""

from collections.abc import Sequence
from functools import cached_property

from simulator.domain.value import Value
from simulator.reasoning.belief import Belief
from simulator.reasoning.quotes import ChoiceKind, Name, Quotes

EVEN = 0.5
"""The probability of what is as likely as not."""


class Choice(Value):
    """A first decision, in expected customer-minutes.

    `cost` is with the best decisions after it, `regret` how much more that is than with the best choice.
    """

    kind: ChoiceKind
    name: str
    cost: float
    regret: float


class Advice(Value, eq=False, dict=True):
    """What to do now, given what the seat had been told. Choices are priced when they are asked for."""

    quotes: Quotes

    @cached_property
    def best(self) -> Choice:
        """The choice that is expected to cost least."""
        kind, name = self.quotes.best()
        return Choice(kind, name, self.quotes.cost((kind, name)), 0.0)

    def first(self, most: int, names: Sequence[Name]) -> tuple[Choice, ...]:
        """The best few of some choices, as `ranked` has them. What cannot be among them is not priced."""
        return self._sorted(self.quotes.cheapest(most, names))[:most]

    def within(self, cost: float, names: Sequence[Name]) -> tuple[Choice, ...]:
        """The choices of some that cost no more than so many customer-minutes, in the order of `ranked`.

        The others are priced only as far as it takes to leave them out.
        """
        affordable = self._sorted([name for name in names if self.quotes.may_cost(name, cost)])
        return tuple(choice for choice in affordable if choice.cost <= cost)

    @cached_property
    def ranked(self) -> tuple[Choice, ...]:
        """Every choice there is, the best one first. Prices them all: several times the work of `best`."""
        return self._sorted(self.quotes.names)

    def _sorted(self, names: Sequence[Name]) -> tuple[Choice, ...]:
        best = (self.best.kind, self.best.name)
        found = [self.of(*name) for name in names]
        return tuple(sorted(found, key=lambda one: ((one.kind, one.name) != best, one.regret)))

    @cached_property
    def path(self) -> tuple[Name, ...]:
        """The best sequence, as (kind, name), while it goes on, if each time the likeliest thing is seen."""
        return tuple(self.quotes.path((self.best.kind, self.best.name)))

    @cached_property
    def plan(self) -> tuple[Name, ...]:
        """The best sequence, as (kind, name), up to what most probably ends it."""
        return tuple(self.quotes.until_over((self.best.kind, self.best.name)))

    @property
    def belief(self) -> Belief:
        """The belief over causes."""
        return self.quotes.start.belief

    @property
    def failing(self) -> float:
        """The probability that the impact still goes on."""
        return self.quotes.start.failing

    @property
    def likelier_over(self) -> bool:
        """Whether what was wrong has likelier ended than that it goes on."""
        return self.failing < EVEN

    @property
    def give_up(self) -> float:
        """What the slow way costs, begun now."""
        return self.quotes.surrender()

    @property
    def worth_it(self) -> bool:
        """Whether some quick choice is expected to cost less than the slow way."""
        return self.best.cost < self.give_up

    def gains(self, choice: Choice) -> bool:
        """Whether a choice may do any good, also where nothing quick is worth its time."""
        return self.quotes.gains((choice.kind, choice.name))

    @cached_property
    def useful(self) -> tuple[Name, ...]:
        """The choices that can still help, or tell anything under a cause that is still believed."""
        return tuple(name for name in self.quotes.names if self.quotes.useful(name))

    def of(self, kind: ChoiceKind, name: str) -> Choice:
        """The choice of this name, however unwise; KeyError when there is none."""
        cost = self.quotes.cost((kind, name))
        return Choice(kind, name, cost, max(0.0, cost - self.best.cost))
