"""Opening outages for a command; what stands in the way becomes its answer and exit code."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from simulator.cli.outcome import Problems, WrongUsage
from simulator.library import Faulty, Library, Unknown, Unusable


@contextmanager
def told() -> Iterator[None]:
    """Turn what the library cannot open into an answer."""
    try:
        yield
    except Unknown as reason:
        raise WrongUsage(str(reason)) from None
    except Faulty as reason:
        raise Problems(f"it cannot be played:\n{reason.all}") from None
    except Unusable as reason:
        raise Problems(str(reason)) from None


def library() -> Library:
    """The library; folders that could not be used are told on the error output."""
    opened = Library.open()
    for note in opened.notes:
        click.echo(f"icsim: {note}", err=True)
    return opened
