"""What came of reading a file: a value, or all of its problems."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node

T = TypeVar("T")
MOST = 200


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A file's value, or None when there is any problem. Problems are sorted by their places.

    `tree` is what is written where, for the critic.
    """

    value: T | None
    problems: tuple[Problem, ...] = ()
    tree: Node | None = field(default=None, compare=False, repr=False)


def in_order(*groups: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each told once: a short form that stands for several keys may err several times.

    No more than `MOST` of a group are looked for: whoever has so many mends the first ones first.
    """
    problems = dict.fromkeys(problem for group in groups for problem in islice(group, MOST))
    return tuple(sorted(problems, key=lambda problem: problem.order))
