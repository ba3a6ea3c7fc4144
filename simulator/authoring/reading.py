"""What came of reading a file: a value, or all of its problems."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from simulator.authoring.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading(Generic[T]):
    """A file's value, or None when there is any problem. Problems are sorted by their places."""

    value: T | None
    problems: tuple[Problem, ...] = ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each told once: a short form that stands for several keys may err several times."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order))
