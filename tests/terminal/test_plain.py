"""Plain lines: scripts echoed with their time, prompts without a live console, and a golden transcript."""

import io
from pathlib import Path

import pytest

from simulator.terminal.leaving import Leaving
from simulator.terminal.plain import play_lines, play_script
from simulator.terminal.seat import Seat

HERE = Path(__file__).parent
SCRIPT = (HERE / "slow-shop.txt").read_text("utf-8")
GOLDEN = HERE / "slow-shop.out"


def test_a_script_is_echoed_with_its_times(exercise, screen, lines):
    play_script(Seat(exercise, screen), ["# a word to the reader", "", "  declare high  ", "wait 10s"])
    assert lines == [
        " 0:00:00 > declare high",
        " 0:00:00   You declare the incident at high and take command.",
        " 0:00:20 > wait 10s",
        " 0:00:30   Nothing new.",
    ]


def test_a_script_stops_where_the_exercise_ends(exercise, screen, lines):
    play_script(Seat(exercise, screen), ["end", "declare high"])
    assert len(exercise.recording.commands) == 1


def test_the_golden_transcript(outage, screen, lines, regold):
    play_script(Seat(outage.exercise(1), screen), SCRIPT.splitlines())
    told = "".join(f"{line}\n" for line in lines)
    if regold:
        GOLDEN.write_text(told, "utf-8")
    assert told == GOLDEN.read_text("utf-8")


def typed(seat: Seat, text: str, path: Path = Path("a.jsonl")) -> bool:
    return play_lines(seat, Leaving(path), io.StringIO(text))


def test_lines_are_taken_until_the_end(exercise, screen, capsys):
    assert typed(Seat(exercise, screen), "declare high\nend\nmore\n") is True
    assert capsys.readouterr().out == " 0:00:00 >  0:00:20 > "


def test_leaving_takes_two_steps(exercise, screen, lines, capsys):
    assert typed(Seat(exercise, screen), "declare high\n") is False
    assert "To leave, press Ctrl-C again: your play is kept in a.jsonl." in " ".join(lines)


@pytest.mark.parametrize("interrupts", [1, 2])
def test_an_interrupt_is_a_wish_to_leave(exercise, screen, monkeypatch, interrupts):
    pressed = iter([KeyboardInterrupt] * interrupts)
    keys = io.StringIO("end\n")
    read = keys.readline

    def readline() -> str:
        for key in pressed:
            raise key
        return read()

    monkeypatch.setattr(keys, "readline", readline)
    stayed = play_lines(Seat(exercise, screen), Leaving(Path("a.jsonl")), keys)
    assert stayed is (interrupts == 1)
