"""What the seat had seen before each line, indexed once: the lines grow, so what was known is a beginning.

A rule asks of hundreds of lines what was known before them. Nothing here goes through the timeline again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Concatenate, ParamSpec, TypeVar

from simulator.domain.attempt import ABOUT, Attempt, follow
from simulator.domain.entry import Entry
from simulator.domain.fact import Joined, Left
from simulator.domain.value import Value
from simulator.reasoning import BEARING

C = TypeVar("C")
P = ParamSpec("P")
R = TypeVar("R")


def once(work: Callable[Concatenate[C, P], R]) -> Callable[Concatenate[C, P], R]:
    """The same function, which remembers its answers about a case for as long as the case is there.

    They lie with the case, as those of a `cached_property` do: no answer is pushed out by another.
    """
    place = f"{work.__module__}.{work.__qualname__}"

    def remembered(case: C, /, *args: P.args, **named: P.kwargs) -> R:
        answers = vars(case).setdefault(place, {})
        question = (args, *named.items()) if named else args
        try:
            answer: R = answers[question]
        except KeyError:
            answer = answers[question] = work(case, *args, **named)
        return answer

    return remembered


class Sighted(Value, eq=False, dict=True):
    """The lines that a seat may have seen, in order."""

    lines: Sequence[Entry]

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of the lines."""
        return tuple(entry.number for entry in self.lines)

    @cached_property
    def _seconds(self) -> tuple[int, ...]:
        return tuple(entry.at for entry in self.lines)

    def before(self, number: int) -> Sequence[Entry]:
        """The lines before one."""
        return self.lines[: bisect_left(self.numbers, number)]

    def since(self, number: int) -> Sequence[Entry]:
        """The lines from one on."""
        return self.lines[bisect_left(self.numbers, number) :]

    def by(self, at: int, number: int) -> int:
        """The number before which stand the lines before one that had come by a second."""
        count = bisect_right(self._seconds, at)
        return min(number, self.numbers[count]) if count < len(self.numbers) else number

    @cached_property
    def _bearing(self) -> tuple[Sequence[Entry], tuple[int, ...]]:
        kinds = (*BEARING, *ABOUT)
        lines = [entry for entry in self.lines if isinstance(entry.fact, kinds)]
        return lines, tuple(entry.number for entry in lines)

    def bearing(self, number: int) -> int:
        """How many lines before one may bear on what is believed or in place."""
        return bisect_left(self._bearing[1], number)

    def first(self, count: int) -> Sequence[Entry]:
        """The first so many of those lines."""
        return self._bearing[0][:count]

    def tried(self, count: int) -> tuple[Attempt, ...]:
        """The attempts at changes as far as those lines tell."""
        return self._tried[count]

    @cached_property
    def _tried(self) -> Sequence[tuple[Attempt, ...]]:
        known: dict[str, Attempt] = {}
        course: list[tuple[Attempt, ...]] = [()]
        for entry in self._bearing[0]:
            follow(known, entry)
            course.append(tuple(known.values()))
        return course

    def present(self, number: int) -> frozenset[str]:
        """Who was on the call before a line."""
        moves, states = self._presence
        return states[bisect_left(moves, number)]

    @cached_property
    def _presence(self) -> tuple[Sequence[int], Sequence[frozenset[str]]]:
        here: set[str] = set()
        moves, states = list[int](), [frozenset[str]()]
        for entry in self.lines:
            if isinstance(entry.fact, Joined):
                here.add(entry.fact.person)
            elif isinstance(entry.fact, Left):
                here.discard(entry.fact.person)
            else:
                continue
            moves.append(entry.number)
            states.append(frozenset(here))
        return moves, states
