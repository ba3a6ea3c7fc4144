"""`icsim bench`: how fast it is, and how true to life."""

import click

from simulator.bench.run import MEASURES, QUICK, run


@click.command("bench")
@click.argument("measures", nargs=-1, type=click.Choice(tuple(MEASURES)), metavar="[MEASURE]...")
@click.option("--json", "as_json", is_flag=True, help="For scripts: a JSON list of figures.")
@click.option("--python", "pythons", multiple=True, metavar="PROGRAM", help="Another Python to compare with.")
def command(measures: tuple[str, ...], as_json: bool, pythons: tuple[str, ...]) -> int:
    """Measure how fast and how true to life it is.

    \b
    Examples:
      icsim bench
      icsim bench exercises --json
      icsim bench realism
    """
    return run(measures, as_json, pythons)


command.epilog = f"Measures: {', '.join(MEASURES)}. Without a name: {', '.join(QUICK)}."
