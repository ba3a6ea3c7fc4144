"""The pages of docs/reference: made from the program, so that what is documented is what there is."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path

import click

from simulator.cli import COMMANDS, group
from simulator.grammar.reference import reference
from simulator.library.critic.documentation import checks
from simulator.scoring.documentation import documentation
from simulator.scoring.patterns.documentation import pattern_documentation
from tests.critic.examples import FILES
from tests.docs.keys import scenario_keys
from tests.docs.kinds import recording
from tests.docs.numbers import numbers
from tests.docs.timelines import timelines
from tests.docs.views import views

DOCS = Path(__file__).parents[2] / "docs"
MADE = "<!-- Made from the program. To make it again: ./dev regold tests/docs -->\n\n"
WIDTH = 80

CLI = """\
# Command line

What `icsim` understands in a shell. Every text below is what the program says when it is asked with `--help`.
In a checkout, `./dev icsim list` is `icsim list`, and `./dev play` is `icsim play`.

Exit codes are the same for all commands: 0 when all is well, 1 when problems were found, 2 when the command
was used wrongly. What a script may read is printed by `--json`; notes and warnings go to the error output.

| environment variable | does |
|---|---|
| `ICSIM_SCENARIOS` | folders of your own with outages and all they need, separated as in `PATH` |
| `ICSIM_HISTORY` | the file of your own history; `off` keeps none |
| `NO_COLOR` | when it is set, no colours; there are none either when the output is not a terminal |
"""


def cli() -> str:
    """The page of the command line."""
    return "\n".join([CLI, *_command_texts()])


def _command_texts() -> Iterator[str]:
    yield _help(group, "icsim")
    for name, (module, about) in COMMANDS.items():
        yield f"## icsim {name}\n\n{about}\n"
        command = import_module(module).command
        yield _help(command, f"icsim {name}")
        for part in command.commands.values() if isinstance(command, click.Group) else ():
            yield _help(part, f"icsim {name} {part.name}")


def _help(command: click.Command, name: str) -> str:
    settings = {**group.context_settings, "terminal_width": WIDTH, "max_content_width": WIDTH}
    with click.Context(command, info_name=name, **settings) as context:
        return f"```text\n{command.get_help(context).rstrip()}\n```\n"


def checks_with_the_shelf() -> str:
    """The page of the critic's rules, and the files that its examples change."""
    shown = (f"`{path.name}`:\n\n```yaml\n{path.read_text('utf-8')}```\n" for path in FILES)
    return "\n".join((checks(), "## The files of the examples\n", *shown))


PAGES: Mapping[str, Callable[[], str]] = {
    "commands": reference,
    "rules": documentation,
    "patterns": pattern_documentation,
    "checks": checks_with_the_shelf,
    "cli": cli,
    "scenario-keys": scenario_keys,
    "recording": recording,
    "timeline-format": timelines,
    "views": views,
    "numbers": numbers,
}
"""The name of each page, and what makes its text."""


def made(name: str) -> str:
    """The whole text of a page."""
    return f"{MADE}{PAGES[name]().rstrip()}\n"
