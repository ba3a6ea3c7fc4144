"""The command line: thin subcommands over the layers below."""

import atexit
import gc
from collections.abc import Mapping, Sequence

import click

from simulator import __version__
from simulator.cli.lazy import Lazy

COMMANDS: Mapping[str, tuple[str, str]] = {
    "play": ("simulator.cli.play", "Play an outage in this terminal, then read how it went."),
    "drill": ("simulator.cli.drill", "Make one decision in the middle of an outage, in two minutes."),
    "list": ("simulator.cli.listing", "List the outages and drills there are to play."),
    "review": ("simulator.cli.review", "Judge a play: show its scorecard, write its debrief."),
    "retry": ("simulator.cli.retry", "Decide again, at one of the costliest moments of a play."),
    "history": ("simulator.cli.history", "Your plays: how they went, what is getting better, what is due."),
    "whatif": ("simulator.cli.whatif", "Say something else at one second of a play and compare."),
    "replay": ("simulator.cli.replay", "Play a recording again and compare every entry."),
    "new": ("simulator.cli.new", "Write a small file to begin with, which can be played at once."),
    "check": ("simulator.cli.check", "Find what is wrong in scenario files."),
    "bless": ("simulator.cli.bless", "Keep a play, to be told when a change to its outage changes it."),
    "serve": ("simulator.cli.serve", "Open the room: a game day in browsers."),
    "try": ("simulator.cli.trying", "Let players of every kind play an outage over and over."),
    "gauntlet": ("simulator.cli.gauntlet", "Test the judge by players with one flaw each, and by cheats."),
    "schema": ("simulator.cli.schema", "Print the JSON Schema of a kind of file, for your editor."),
    "bench": ("simulator.cli.bench", "Measure how fast and how true to life it is."),
}
"""Each command with its module and the line that the overview shows."""

BETWEEN_COLLECTIONS = 100_000
"""New objects between two looks for garbage: a start makes nearly so many, and they stay."""


@click.group(cls=Lazy, lazy=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="icsim")
def group() -> None:
    """A flight simulator for incident commanders.

    An outage begins, you take command, and afterwards you read, decision by decision, how it went.

    \b
    New here?
      icsim play                    your first outage, in this terminal
      icsim play customer-config    another one; icsim list shows them all
      icsim drill                   one decision instead of an hour
      icsim review icsim-plays/...  read how a play went
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; the code to exit with: 0 fine, 1 problems found, 2 wrong usage."""
    gc.set_threshold(BETWEEN_COLLECTIONS, 20, 20)
    atexit.register(gc.freeze)  # what is left ends with the process and need not be looked through first
    from simulator.cli.outcome import run

    return run(group, arguments)
