"""Many plays on all cores, with a bar on a terminal that says how far they are."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from typing import TextIO

from simulator.bench.realism import by_the_book, roll_call, silence
from simulator.bench.realism.sample import Notes, Sample, pooled
from simulator.exercise import expect_many
from simulator.library import Library, Outage

WIDTH = 40
APART = 1000
AT_A_TIME = 4
"""So many plays go to a core together."""


def observed(outages: Sequence[str], seeds: Sequence[int], cores: int = 0) -> dict[str, list[float]]:
    """What is observed under seeds of each outage; the same however many cores there are.

    Luck is keyed by seed and name, so that each outage gets seeds of its own: otherwise the same person would
    be seen to sleep through the same page in each of them.
    """
    jobs = [(name, seed + APART * number) for seed in seeds for number, name in enumerate(outages)]
    return pooled(told(_each(jobs, cores or os.cpu_count() or 1), len(jobs), sys.stderr))


def _each(jobs: Sequence[tuple[str, int]], cores: int) -> Iterator[Sample]:
    if cores == 1:
        yield from map(watch, jobs)
        return
    with ProcessPoolExecutor(cores, initializer=expect_many) as crew:
        yield from crew.map(watch, jobs, chunksize=AT_A_TIME)


def watch(job: tuple[str, int]) -> Sample:
    """Everything that is observed under one seed of one outage."""
    name, seed = job
    notes, outage = Notes(), _outage(name)
    for way in (by_the_book, silence, roll_call):
        way.observe(outage, seed, notes)
    return dict(notes.taken)


@cache
def _outage(name: str) -> Outage:
    return Library.open().outage(name)


def told(samples: Iterator[Sample], total: int, screen: TextIO) -> Iterator[Sample]:
    """The samples as they come, with a bar on the screen when that is a terminal."""
    live = screen.isatty()
    for done, sample in enumerate(samples, 1):
        if live:
            full = WIDTH * done // total
            screen.write(f"\r[{'#' * full}{'.' * (WIDTH - full)}] {done} of {total} plays")
            screen.flush()
        yield sample
    if live:
        screen.write("\r\033[K")
