"""How far many plays have come: a bar where somebody looks, else a line for each tenth. Never on stdout."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from simulator.library.trouble import counted
from simulator.library.trying.crew import Told

STEPS = 10
"""Where no bar can be drawn, a line says each time that another so many of the plays are made."""


@contextmanager
def progress(label: str, plays: int, quiet: bool) -> Iterator[Told]:
    """What is to be called with how many more plays were made. At the end it says how long they took."""
    begun, tally = time.perf_counter(), Tally(label, plays)
    if quiet:
        yield tally.count
        return
    with _bar(tally) if sys.stderr.isatty() else _lines(tally) as note:
        yield note
    click.echo(f"icsim: {label}, {tally.told} in {time.perf_counter() - begun:.1f} s", err=True)


class Tally:
    """Plays of something, counted."""

    def __init__(self, label: str, expected: int) -> None:
        self.label = label
        self.expected = expected
        self.made = 0

    @property
    def told(self) -> str:
        """How many were made, in words."""
        return counted(self.made, "play")

    def count(self, more: int) -> bool:
        """Count more; whether another tenth is full. There may come more than were expected."""
        before, self.made = self.made, self.made + more
        return self._step(before) < self._step(self.made)

    def _step(self, plays: int) -> int:
        return min(plays, self.expected) * STEPS // self.expected


@contextmanager
def _bar(tally: Tally) -> Iterator[Told]:
    with click.progressbar(length=tally.expected, label=tally.label, file=sys.stderr) as bar:

        def note(more: int) -> None:
            tally.count(more)
            bar.update(more)

        yield note


@contextmanager
def _lines(tally: Tally) -> Iterator[Told]:
    def note(more: int) -> None:
        if tally.count(more):
            share = min(1.0, tally.made / tally.expected)
            click.echo(f"icsim: {tally.label}, {tally.told} made ({share:.0%})", err=True)

    click.echo(f"icsim: {tally.label}, {counted(tally.expected, 'play')} to make", err=True)
    yield note
