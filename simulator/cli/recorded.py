"""Opening a recording for a command."""

import click

from simulator.cli.opening import library, told
from simulator.library import find_play
from simulator.library.recordings import Play, open_play


def recorded(name: str, doctrine: str | None = None) -> Play:
    """The play in a recording; damage is told on the error output."""
    with told():
        play = open_play(find_play(name), library(), doctrine)
    if play.warning:
        click.echo(f"icsim: {play.warning}", err=True)
    return play
