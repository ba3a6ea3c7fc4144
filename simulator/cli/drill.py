"""`icsim drill`: one decision in the middle of an outage; without a name, the next one to do."""

from typing import Any

import click

from simulator.cli.keeping import due_in_history
from simulator.cli.listing import drill_lines
from simulator.cli.opening import library
from simulator.cli.outcome import FINE, WrongUsage
from simulator.cli.play import command as play
from simulator.cli.saying import say
from simulator.cli.seed import SEED
from simulator.library import Library, Outage
from simulator.library.plays import played


@click.command("drill")
@click.argument("name", required=False)
@click.option("--seed", type=SEED, metavar="N", help="Its luck; drawn and told if not given.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and simple terminals.")
def command(name: str | None, **how: Any) -> int:
    """Make one decision in the middle of an outage, in two minutes.

    Somebody has led until now. You take over, say what you would say, and read what a good commander would
    have said. Without a NAME the next drill is proposed: the easiest one not yet in icsim-plays/.
    `icsim play` plays drills too, with all its options.

    \b
    Examples:
      icsim drill
      icsim drill first-status-post
    """
    known = library()
    if name is None:
        say([*_proposal(known), *due_in_history()])
        return FINE
    if name in {outage.scenario.id for outage in known.outages()}:
        raise WrongUsage(f"{name} is an outage, played from its start: icsim play {name}")
    code: int = click.get_current_context().invoke(play, outage=name, **how)
    return code


def _proposal(known: Library) -> list[str]:
    drills = known.drills()
    if not drills:
        raise WrongUsage("there are no drills here")
    proposed = next((each for each in drills if not played(each.scenario.id)), drills[0])
    return [*drill_lines(proposed, len(_id(proposed))), "", f"To do it: icsim drill {_id(proposed)}"]


def _id(drill: Outage) -> str:
    return drill.scenario.id
