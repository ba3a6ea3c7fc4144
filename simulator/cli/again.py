"""A progress bar for the decisions that a debrief plays again, where somebody looks."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import click


@contextmanager
def played_again(worlds: int | None = None) -> Iterator[Callable[[int], None]]:
    """Takes the turns played. The bar comes with the first of them: a drill has nothing to play again.

    It is full in the end, since fewer may do than were allowed.
    """
    from simulator.library.replaying import TURNS, WORLDS  # loaded when there is something to judge

    length = worlds * TURNS // WORLDS if worlds else TURNS
    bar = click.progressbar(
        length=length, label="playing it again", file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    with ExitStack() as stack:

        def played(turns: int) -> None:
            if not bar.pos:
                stack.enter_context(bar)
            bar.update(turns)

        yield played
        if bar.pos:
            bar.update(max(0, length - bar.pos))
