"""What to do next, with what each choice is expected to cost."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from simulator.reasoning.belief import Belief

ChoiceKind: TypeAlias = Literal["change", "look", "check"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A first decision: expected customer-minutes with the best decisions after it, and how much more that is
    than with the best first decision."""

    kind: ChoiceKind
    name: str
    cost: float
    regret: float


@dataclass(frozen=True, slots=True)
class Advice:
    """Every first decision, the best one first.

    `path` is the best sequence if each time the likeliest thing is seen, as (kind, name). `failing` is the
    probability that the impact still goes on. `give_up` is what the slow way costs, begun now: when it is
    below the best choice's cost, nothing quick is left that is worth its time.
    """

    ranked: tuple[Choice, ...]
    path: tuple[tuple[ChoiceKind, str], ...]
    belief: Belief
    failing: float
    give_up: float

    @property
    def best(self) -> Choice:
        """The choice that is expected to cost least."""
        return self.ranked[0]

    @property
    def worth_it(self) -> bool:
        """Whether some quick option beats the slow way."""
        return self.best.cost < self.give_up

    def of(self, kind: ChoiceKind, name: str) -> Choice:
        """The choice of this name; KeyError when the scenario has none."""
        for choice in self.ranked:
            if choice.kind == kind and choice.name == name:
                return choice
        raise KeyError(f"no {kind} named {name!r}")
