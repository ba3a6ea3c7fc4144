"""`icsim schema`: the JSON Schema of scenario files."""

import json

import click

from simulator.authoring import KINDS, schema


@click.command("schema")
@click.argument("kind", type=click.Choice(KINDS))
def command(kind: str) -> None:
    """Print the JSON Schema of a kind of file, for your editor.

    \b
    Example:
      icsim schema scenario > scenario.schema.json

    Then make this the first line of your scenario, and an editor with a YAML language server completes and
    checks while you type:

    \b
      # yaml-language-server: $schema=scenario.schema.json
    """
    found = next(known for known in KINDS if known == kind)
    click.echo(json.dumps(schema(found), indent=2, ensure_ascii=False))
