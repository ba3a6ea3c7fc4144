"""`icsim bench`: how fast it is, and how true to life."""

from importlib import import_module

import click


@click.command("bench")
@click.argument("what", required=False, type=click.Choice(["realism"]))
@click.option("--json", "as_json", is_flag=True, help="For scripts: one JSON object.")
def command(what: str | None, as_json: bool) -> int:
    """Measure how fast and how true to life it is.

    \b
    Example:
      icsim bench
      icsim bench realism
    """
    outcome: int = import_module("simulator.bench").run(what, as_json)
    return outcome
