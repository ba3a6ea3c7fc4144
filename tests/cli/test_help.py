"""Help: quick, teaching, and true."""

import subprocess
import sys
from importlib import import_module

import click
import pytest

from simulator.cli import COMMANDS

HEAVY = ("matplotlib", "numpy", "pydantic", "yaml", "jinja2", "prompt_toolkit", "simpy")
ASK = "import sys; from simulator.cli import main; code = main({words}); print(*sys.modules, file=sys.stderr)"


@pytest.mark.parametrize("words", [["--help"], ["--version"], []])
def test_the_overview_imports_nothing_heavy(words):
    told = subprocess.run([sys.executable, "-c", ASK.format(words=words)], capture_output=True, text=True)
    assert [name for name in HEAVY if name in told.stderr.split()] == []
    assert "icsim" in told.stdout + told.stderr


def test_a_play_begins_without_what_judges_it():
    look = "import sys, simulator.cli.play; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True).stdout.split()
    assert "simulator.world" in loaded
    judging = ("simulator.debrief", "simulator.scoring", "jinja2", "matplotlib", "sqlite3")
    assert [name for name in judging if name in loaded] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_what_each_command_says_of_itself(name):
    module, about = COMMANDS[name]
    command: click.Command = import_module(module).command
    assert command.name == name
    assert command.help
    assert command.help.splitlines()[0] == about


@pytest.mark.parametrize("name", COMMANDS)
def test_each_help_teaches_by_an_example(icsim, name):
    code, out, _ = icsim(name, "--help")
    assert code == 0
    assert f"icsim {name}" in out.split("Example", 1)[1]


def test_every_line_of_help_fits_a_screen(icsim):
    for words in ([], *([name] for name in COMMANDS)):
        _, out, _ = icsim(*words, "--help")
        assert [line for line in out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ply",), "there is no command 'ply'. Did you mean play"),
        (("zzzz",), "There is: play, drill, list"),
        (("play", "--sed", "1"), "Did you mean '--seed'?"),
        (("play", "--seed", "many"), "'many' is not a valid whole number, such as 7"),
        (("schema", "scenarios"), "'scenarios' is not one of 'organisation', 'doctrine', 'scenario'"),
    ],
)
def test_wrong_usage_is_quoted_and_ends_with_2(icsim, words, said):
    code, _, err = icsim(*words)
    assert code == 2
    assert said in " ".join(err.split())
