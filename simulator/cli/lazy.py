"""A group whose commands are imported when they are asked for: `icsim --help` stays quick."""

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module

import click

from simulator.domain.calling import as_called


class Lazy(click.Group):
    """Commands by name, each with its module and the line that the overview shows."""

    def __init__(self, *args: object, lazy: Mapping[str, tuple[str, str]], **settings: object) -> None:
        super().__init__(*args, **settings)  # type: ignore[arg-type]  # passed on as they came
        self._lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which one comes to need them."""
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command, imported now."""
        if cmd_name not in self._lazy:
            return None
        module = import_module(self._lazy[cmd_name][0])
        command: click.Command = module.command
        return _spelt(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named, or an answer that names the near ones."""
        name = args[0]
        if name not in self._lazy and not name.startswith("-"):
            near = get_close_matches(name, self._lazy, n=3, cutoff=0.5)
            hint = f"Did you mean {' or '.join(near)}?" if near else f"There is: {', '.join(self._lazy)}."
            raise click.UsageError(f"there is no command {name!r}. {hint}", ctx)
        return super().resolve_command(ctx, args)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the program is, with examples as they are typed here."""
        self.help = as_called(self.help or "")
        super().format_help_text(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, without importing anything."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, about) for name, (_, about) in self._lazy.items()])


def _spelt(command: click.Command) -> click.Command:
    """The command, with a help whose examples can be typed as they stand."""
    command.help = as_called(command.help or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option) and parameter.help:
            parameter.help = as_called(parameter.help)
    return command
