"""`icsim check`: what is wrong in scenario files."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from simulator.authoring import render
from simulator.authoring.critic import page
from simulator.cli.opening import library
from simulator.cli.outcome import FINE, PROBLEMS, WrongUsage
from simulator.library import counted
from simulator.library.checking import Found, check, criticise, files_in
from simulator.library.critic import ALL_RULES

_NOT_YET = "A file with such faults is not read by the critic yet: check it again once they are mended."


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--faults", is_flag=True, help="Only what keeps a file from being played: no critic.")
@click.option("--rules", is_flag=True, help="List the critic's rules, and check nothing.")
@click.option("--json", "as_json", is_flag=True, help="For scripts: a JSON list of problems, or of rules.")
def command(paths: tuple[Path, ...], faults: bool, rules: bool, as_json: bool) -> int:
    """Find what is wrong in scenario files.

    PATHS are files, or folders that are searched for files of icsim. First comes what keeps a file from being
    played; a file without such faults is read by the critic, who knows a bad outage when it sees one. Every
    problem is shown with its place. A comment `# allow: some-rule because of this` keeps what is meant.
    Exit code 0: none; 1: some; 2: there is nothing to check.

    \b
    Examples:
      icsim check my-outage.yaml
      icsim check scenarios/
      icsim check --rules
    """
    if rules:
        click.echo(_rules_as_json() if as_json else _rules_as_text())
        return FINE
    found, others = _look_through(paths, faults)
    click.echo(_as_json(found) if as_json else _as_text(found, others, faults))
    return PROBLEMS if any(each.problems for each in found) else FINE


def _look_through(paths: Sequence[Path], faults: bool) -> tuple[list[Found], int]:
    """What was found in the files of icsim, and how many other files there were."""
    if not paths:
        raise WrongUsage("which files? icsim check FILE-OR-FOLDER, or icsim check --rules")
    for path in paths:
        if not path.exists():
            raise WrongUsage(f"there is no file or folder {str(path)!r}")
    known, judge = library(), check if faults else criticise
    every = [judge(path, known) for path in files_in(paths)]
    found = [each for each in every if each.kind or each.path in paths]
    if not found:
        raise WrongUsage(f"there is no file of icsim in {', '.join(str(path) for path in paths)}")
    return found, len(every) - len(found)


def _as_text(found: Sequence[Found], others: int, faults: bool) -> str:
    blocks = [render(problem, each.text) for each in found for problem in each.problems]
    unread = any(not problem.rule for each in found for problem in each.problems) and not faults
    wrong = sum(bool(each.problems) for each in found)
    summary = f"{counted(len(found), 'file')} checked: "
    summary += f"{counted(len(blocks), 'problem')} in {counted(wrong, 'file')}" if blocks else "no problems"
    summary += f" ({counted(others, 'other YAML file')} passed over)" if others else ""
    return "\n\n".join([*blocks, *([_NOT_YET] if unread else []), summary])


def _as_json(found: Sequence[Found]) -> str:
    records = [
        {
            "file": str(each.path), "line": problem.origin.line, "column": problem.origin.column,
            "message": problem.message, "expected": problem.expected, "hint": problem.hint,
            "path": problem.path, "rule": problem.rule,
        }
        for each in found
        for problem in each.problems
    ]  # fmt: skip
    return json.dumps(records, indent=2, ensure_ascii=False)


def _rules_as_text() -> str:
    pages = [page(rule) for rule in ALL_RULES]
    width = max(len(one.name) for one in pages)
    return "\n".join(f"{one.name:<{width}}  {one.kind:<12}  {_one_line(one.rule)}" for one in pages)


def _rules_as_json() -> str:
    records = [
        {"rule": one.name, "kind": one.kind, "may be allowed": one.taste, "says": _one_line(one.rule)}
        for one in map(page, ALL_RULES)
    ]
    return json.dumps(records, indent=2, ensure_ascii=False)


def _one_line(rule: str) -> str:
    return " ".join(rule.split())
