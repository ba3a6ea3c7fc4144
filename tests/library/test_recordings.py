"""Recordings read back: whole, damaged, foreign, under another doctrine, and gone on with."""

import json
from pathlib import Path

import pytest

from simulator.exercise import replay, take_turn
from simulator.library import Faulty, Journal, Library
from simulator.library.recordings import NoRecording, open_play
from simulator.library.resuming import CannotResume, resume

FIRST = ("declare high", "page data", "wait 5m", "ask what changed", "wait")
REST = ("order fail over db by ada", "wait 10m", "verify fail over db", "wait 8m", "end")


def play(outage, path: Path, commands=FIRST + REST, seed: int = 1):
    """A recording of some commands, said in turns."""
    journal = Journal.begin(path)
    exercise = journal.start(lambda: outage.exercise(seed, journal))
    for text in commands:
        take_turn(exercise, "commander", text)
    journal.close()
    return exercise


def spoil(path: Path, change) -> None:
    """Change a recording's lines."""
    path.write_text("".join(change(path.read_text("utf-8").splitlines(keepends=True))), "utf-8")


def test_a_recording_holds_all_that_is_needed_to_play_it_again(outage, tmp_path):
    exercise = play(outage, tmp_path / "a.jsonl")
    opened = open_play(tmp_path / "a.jsonl", Library.open([]))
    assert opened.warning == ""
    assert opened.recording.entries == tuple(exercise.entries)
    assert replay(opened.recording, opened.outage.scenario, opened.outage.doctrine).difference is None


def test_words_of_any_script_come_back(outage, tmp_path):
    play(outage, tmp_path / "a.jsonl", ('note "größer, 更大, \u2028 and a \\ too"', "end"))
    opened = open_play(tmp_path / "a.jsonl", Library.open([]))
    assert opened.recording.commands[0].text == 'note "größer, 更大, \u2028 and a \\ too"'
    assert not opened.damage


def test_a_play_can_be_judged_by_another_doctrine(outage, tmp_path, library):
    play(outage, tmp_path / "a.jsonl")
    opened = open_play(tmp_path / "a.jsonl", library, "pagerduty")
    assert opened.outage.doctrine.id == "pagerduty"


def test_damage_is_told_by_its_line_and_what_stands_before_it_is_read(outage, tmp_path):
    path = tmp_path / "a.jsonl"
    play(outage, path)
    spoil(path, lambda lines: [*lines[:20], "{nonsense\n", *lines[21:]])
    opened = open_play(path, Library.open([]))
    assert f"{path} is damaged at line 21: not JSON" in opened.warning
    assert "The 20 lines before it are used." in opened.warning
    assert len(opened.recording.order) == 19


def test_a_last_line_cut_off_is_told_as_that(outage, tmp_path):
    path = tmp_path / "a.jsonl"
    play(outage, path)
    path.write_bytes(path.read_bytes()[:-9])
    assert "cut off while it was written" in open_play(path, Library.open([])).warning


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "this is not an icsim recording"),
        ("hello\n", "this is not an icsim recording: not JSON"),
        ('{"a": 1}\n', 'its first line has no "icsim": "recording"'),
        ('{"icsim": "recording", "format": 99, "program": "9.0"}\n', "written in format 99 by icsim '9.0'"),
    ],
)
def test_a_foreign_file_gets_a_sentence(tmp_path, text, said):
    path = tmp_path / "foreign.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(NoRecording) as refusal:
        open_play(path, Library.open([]))
    assert str(path) in str(refusal.value)
    assert said in str(refusal.value)


def test_a_recording_without_the_text_of_its_company_says_so(outage, tmp_path):
    path = tmp_path / "a.jsonl"
    play(outage, path)

    def lose(lines):
        header = json.loads(lines[0])
        header["sources"] = header["sources"][1:]
        return [json.dumps(header) + "\n", *lines[1:]]

    spoil(path, lose)
    with pytest.raises(NoRecording, match="lacks the text of the organisation"):
        open_play(path, Library.open([]))


def test_a_text_that_this_program_cannot_read_is_shown_with_its_problems(outage, tmp_path):
    path = tmp_path / "a.jsonl"
    play(outage, path)
    spoil(path, lambda lines: [lines[0].replace("length: 30m", "lenght: 30m"), *lines[1:]])
    with pytest.raises(Faulty) as refusal:
        open_play(path, Library.open([]))
    assert f"{path}, its slow-shop.yaml" in refusal.value.all


def test_a_play_gone_on_with_ends_as_if_it_had_never_been_left(outage, tmp_path):
    whole, left = tmp_path / "whole.jsonl", tmp_path / "left.jsonl"
    play(outage, whole)
    play(outage, left, FIRST)
    exercise, journal = resume(open_play(left, Library.open([])))
    for text in REST:
        take_turn(exercise, "commander", text)
    journal.close()
    assert left.read_text("utf-8") == whole.read_text("utf-8")


@pytest.mark.parametrize("cut", range(1, 40, 3))
def test_a_play_cut_off_anywhere_goes_on_from_its_last_command(outage, tmp_path, cut):
    whole, left = tmp_path / "whole.jsonl", tmp_path / "left.jsonl"
    play(outage, whole)
    play(outage, left, FIRST)
    left.write_bytes(left.read_bytes()[: -cut * 7])
    opened = open_play(left, Library.open([]))
    exercise, journal = resume(opened)
    for text in (FIRST + REST)[len(opened.recording.commands) :]:
        take_turn(exercise, "commander", text)
    journal.close()
    assert left.read_text("utf-8") == whole.read_text("utf-8")


def test_a_play_that_has_ended_cannot_be_gone_on_with(outage, tmp_path):
    play(outage, tmp_path / "a.jsonl")
    with pytest.raises(CannotResume, match=r"has ended. To read how it went: icsim review"):
        resume(open_play(tmp_path / "a.jsonl", Library.open([])))


def test_a_play_that_comes_out_otherwise_is_left_as_it_is(outage, tmp_path):
    path = tmp_path / "a.jsonl"
    play(outage, path, FIRST)
    spoil(
        path,
        lambda lines: [
            line.replace("Customers write", "Nobody writes") if n else line for n, line in enumerate(lines)
        ],
    )
    before = path.read_text("utf-8")
    with pytest.raises(CannotResume, match="entry 1 differs"):
        resume(open_play(path, Library.open([])))
    assert path.read_text("utf-8") == before
