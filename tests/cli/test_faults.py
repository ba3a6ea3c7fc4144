"""A fault of the program itself: its traceback, what to do, and nothing lost."""

import traceback
from pathlib import Path

import pytest

from simulator.cli import main


def told(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))


def test_a_fault_in_judging_keeps_the_play_and_says_where(monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("simulator.library.debriefing.judged", fail)
    Path("commands.txt").write_text("end\n", "utf-8")
    with pytest.raises(ZeroDivisionError) as fault:
        main(["play", "slow-shop", "--seed", "1", "--script", "commands.txt"])
    assert "Your play is kept in icsim-plays/slow-shop-1.jsonl" in told(fault.value)
    assert "This is a fault of icsim, not yours." in told(fault.value)
    assert Path("icsim-plays/slow-shop-1.jsonl").is_file()


def test_a_fault_while_playing_says_how_to_go_on(monkeypatch):
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("simulator.terminal.seat.Seat.say", fail)
    Path("commands.txt").write_text("end\n", "utf-8")
    with pytest.raises(ZeroDivisionError) as fault:
        main(["play", "slow-shop", "--seed", "1", "--script", "commands.txt"])
    assert "To go on with it: icsim play --resume icsim-plays/slow-shop-1.jsonl" in told(fault.value)


def test_an_interrupted_script_says_where_the_play_is(monkeypatch, capsys):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("simulator.terminal.seat.Seat.say", interrupt)
    Path("commands.txt").write_text("end\n", "utf-8")
    assert main(["play", "slow-shop", "--seed", "1", "--script", "commands.txt"]) == 0
    assert "Your play is kept in icsim-plays/slow-shop-1.jsonl" in capsys.readouterr().out
