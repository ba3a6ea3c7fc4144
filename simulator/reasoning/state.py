"""Where the response stands, as a plain tuple: what the search for the best order remembers.

Two histories that leave the same belief and the same possibilities are one state; that keeps the search
small without approximating anything.
"""

from math import gcd
from typing import NamedTuple, TypeAlias

from simulator.reasoning.relief import Eased

Weights: TypeAlias = tuple[int, ...]
"""The probability of each cause, up to a common factor."""


class State(NamedTuple):
    """What is believed and what is left.

    `weights` is the belief over causes, given that the impact goes on; `bits` is what was tried, is in place,
    was looked at and checked, as laid out by the table of moves; `eased` are the reliefs under way.
    """

    weights: Weights
    bits: int = 0
    eased: Eased = ()


class Branch(NamedTuple):
    """One thing that may be observed: its probability, and where that leads."""

    chance: float
    state: State


class Step(NamedTuple):
    """One decision carried out: seconds, harm in customer-minutes, and what may be observed.

    The branches' chances sum to the probability that the impact has not ended.
    """

    seconds: int
    harm: float
    branches: tuple[Branch, ...]


def reduced(weights: Weights) -> Weights:
    """A belief in the smallest whole numbers."""
    divisor = gcd(*weights)
    return weights if divisor <= 1 else tuple([weight // divisor for weight in weights])


def certain(cause: int, causes: int) -> Weights:
    """The belief that it is this cause, of so many."""
    return tuple(int(number == cause) for number in range(causes))
