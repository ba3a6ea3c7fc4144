"""How a command ends: its exit code, and what is said when something stood in the way."""

from collections.abc import Sequence

import click

from simulator.domain.calling import as_called, called

FINE, PROBLEMS, WRONG_USAGE = 0, 1, 2


class Problems(click.ClickException):
    """Something was found to be wrong; told on the error output, exit code 1."""

    exit_code = PROBLEMS

    def show(self, file: object = None) -> None:
        """The sentence, without a frame."""
        click.echo(f"icsim: {as_called(self.format_message())}", err=True)


class WrongUsage(Problems):
    """What was asked for cannot be asked for; exit code 2."""

    exit_code = WRONG_USAGE


def run(group: click.Group, arguments: Sequence[str] | None) -> int:
    """Run a group of commands. A fault of the program itself keeps its traceback and says what to do."""
    try:
        outcome = group.main(arguments, prog_name=called(), standalone_mode=False)
    except click.exceptions.Abort:
        click.echo("icsim: stopped", err=True)
        return PROBLEMS
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except Exception as error:
        error.add_note("This is a fault of icsim, not yours. Please report it with these lines.")
        raise
    return outcome if isinstance(outcome, int) else FINE
