"""The processes that share a sweep. What comes out does not depend on how many there are."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from types import TracebackType
from typing import Generic, Protocol, TypeVar

from simulator.exercise import expect_many

CHUNK = 5
"""At most so many plays are handed out at once, so that no process is left with all the slow ones."""
Told = Callable[[int], object]
"""Called with how many more plays have been made."""
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Work(Protocol[R_co]):
    """Plays to be made by one process."""

    def carried_out(self) -> tuple[R_co, ...]:
        """The records of its plays."""


def cores() -> int:
    """How many processors this process may use."""
    usable = getattr(os, "sched_getaffinity", None)
    return len(usable(0)) if usable else os.cpu_count() or 1


class Crew(Generic[R]):
    """Carries out work in several processes, or in this one when there is only to be one."""

    def __init__(self, jobs: int, told: Told) -> None:
        self._pool = ProcessPoolExecutor(jobs, initializer=expect_many) if jobs > 1 else None
        self._told = told

    def __enter__(self) -> "Crew[R]":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def carry_out(self, works: Iterable[Work[R]]) -> tuple[R, ...]:
        """The records of all plays, by player in the order of the work, then by seed."""
        ordered = list(works)
        done = dict(self._done(ordered))
        return tuple(record for index in range(len(ordered)) for record in done[index])

    def _done(self, works: list[Work[R]]) -> Iterator[tuple[int, tuple[R, ...]]]:
        if self._pool is None:
            for index, work in enumerate(works):
                yield index, self._noted(work.carried_out())
            return
        pending: dict[Future[tuple[R, ...]], int] = {
            self._pool.submit(work.carried_out): index for index, work in enumerate(works)
        }
        for future in as_completed(pending):
            yield pending[future], self._noted(future.result())

    def _noted(self, plays: tuple[R, ...]) -> tuple[R, ...]:
        self._told(len(plays))
        return plays


def chunks(seeds: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Seeds in handfuls."""
    left = tuple(seeds)
    for start in range(0, len(left), CHUNK):
        yield left[start : start + CHUNK]
