"""`icsim check`: what is wrong in scenario files."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from simulator.authoring import render
from simulator.cli.opening import library
from simulator.cli.outcome import FINE, PROBLEMS, WrongUsage
from simulator.library import counted
from simulator.library.checking import Found, check, files_in


@click.command("check")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For scripts: a JSON list of problems.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Find what is wrong in scenario files.

    PATHS are files, or folders that are searched for files of icsim. Every problem is shown with its place.
    Exit code 0: none; 1: some; 2: there is nothing to check.

    \b
    Examples:
      icsim check my-outage.yaml
      icsim check scenarios/
    """
    for path in paths:
        if not path.exists():
            raise WrongUsage(f"there is no file or folder {str(path)!r}")
    known = library()
    every = [check(path, known) for path in files_in(paths)]
    found = [each for each in every if each.kind or each.path in paths]
    if not found:
        raise WrongUsage(f"there is no file of icsim in {', '.join(str(path) for path in paths)}")
    click.echo(_as_json(found) if as_json else _as_text(found, len(every) - len(found)))
    return PROBLEMS if any(each.problems for each in found) else FINE


def _as_text(found: Sequence[Found], others: int) -> str:
    blocks = [render(problem, each.text) for each in found for problem in each.problems]
    wrong = sum(bool(each.problems) for each in found)
    summary = f"{counted(len(found), 'file')} checked: "
    summary += f"{counted(len(blocks), 'problem')} in {counted(wrong, 'file')}" if blocks else "no problems"
    summary += f" ({counted(others, 'other YAML file')} passed over)" if others else ""
    return "\n\n".join([*blocks, summary])


def _as_json(found: Sequence[Found]) -> str:
    records = [
        {
            "file": str(each.path), "line": problem.origin.line, "column": problem.origin.column,
            "message": problem.message, "expected": problem.expected, "hint": problem.hint,
            "path": problem.path,
        }
        for each in found
        for problem in each.problems
    ]  # fmt: skip
    return json.dumps(records, indent=2, ensure_ascii=False)
