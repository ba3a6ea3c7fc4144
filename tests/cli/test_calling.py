"""What the program is called, so that every command that is told can be typed as it stands."""

import pytest

from simulator.cli import COMMANDS
from simulator.domain.calling import COMMANDS as SPELT
from simulator.domain.calling import as_called, called

HERE = {"ICSIM_AS": "./dev icsim"}


def test_every_command_is_spelt_as_it_is_called():
    assert set(SPELT) == set(COMMANDS)
    assert {as_called(f"icsim {name} x", HERE) for name in COMMANDS} == {
        f"./dev icsim {name} x" for name in COMMANDS
    }


def test_it_is_called_by_its_name_where_it_is_installed():
    assert called({}) == "icsim"
    assert as_called("To read it: icsim review x", {}) == "To read it: icsim review x"


@pytest.mark.parametrize(
    "text",
    ["this is not an icsim recording", "a newer icsim (its version 2)", "./dev icsim play", "icsim-plays/x"],
)
def test_what_is_no_command_stays(text):
    assert as_called(text, HERE) == text


@pytest.fixture
def in_a_checkout(monkeypatch):
    """Where the program is called by `./dev icsim`; helps, which all tests share, stay as they are."""
    monkeypatch.setenv("ICSIM_AS", "./dev icsim")
    monkeypatch.setattr("simulator.cli.lazy._spelt", lambda command: command)


@pytest.mark.usefixtures("in_a_checkout")
def test_lists_mistakes_and_plays_say_commands_that_can_be_typed(icsim, played):
    _, listed, _ = icsim("list")
    assert "To play one: ./dev icsim play write-stall" in listed
    _, _, wrong = icsim("drill", "write-stall")
    assert "played from its start: ./dev icsim play write-stall" in wrong
    _, shown, _ = icsim("review", "slow-shop-1")
    assert "    ./dev icsim retry slow-shop-1 --moment 1\n" in shown
    _, moments, _ = icsim("retry", "slow-shop-1")
    assert "   ./dev icsim retry slow-shop-1 --moment 1\n" in moments
    assert " icsim " not in (listed + moments).replace("./dev icsim ", "")


def test_the_overview_and_each_help_say_so_too(process, monkeypatch):
    monkeypatch.setenv("ICSIM_AS", "./dev icsim")
    told = process("--help").stdout
    assert "Usage: ./dev icsim [OPTIONS]" in told
    assert "./dev icsim play customer-config" in told
    told = process("replay", "--help").stdout
    assert "Usage: ./dev icsim replay" in told
    assert "  ./dev icsim replay icsim-plays/write-stall-7.jsonl" in told
