"""`icsim whatif`."""

import json
from pathlib import Path

import pytest

from simulator.exercise import read_recording


def test_another_course_is_compared_and_kept(icsim, played):
    code, out, err = icsim("whatif", "slow-shop-1", "--at", "0:10:00", "--say", "order roll back web by ben")
    assert (code, err) == (0, "")
    assert "customer-minutes lost" in out
    assert "sequencing" in out
    assert "customer-minutes in this world." in out
    child = read_recording(Path("icsim-plays/slow-shop-1-whatif.jsonl").read_text("utf-8")).recording
    assert child
    assert child.header.parent
    assert "order roll back web by ben" in [line.text for line in child.commands]
    assert "order fail over db by ada" not in [line.text for line in child.commands]


def test_a_course_may_leave_out_several_commands(icsim, played):
    icsim("whatif", "slow-shop-1", "--at", "0:00:05", "--drop", "3", "--out", "child.jsonl")
    child = read_recording(Path("child.jsonl").read_text("utf-8")).recording
    assert child
    assert [line.text for line in child.commands] == ["declare high", "wait 15m", "end"]


def test_the_child_can_be_replayed(icsim, played):
    icsim("whatif", "slow-shop-1", "--at", "0:10:00", "--say", "order roll back web by ben")
    assert icsim("replay", "slow-shop-1-whatif")[0] == 0


def test_what_could_not_be_read_and_looks_are_never_left_out(icsim, played):
    """They changed nothing, so leaving them out would compare a course with itself."""
    icsim(
        "whatif", "slow-shop-1", "--at", "0:10:00", "--drop", "0", "--say", "board", "--out", "looked.jsonl"
    )
    looked = Path("looked.jsonl")
    text = looked.read_text("utf-8")
    look = next(line for line in text.splitlines() if '"board"' in line)
    looked.write_text(text.replace(look, look.replace('"board"', '"odrer it"') + "\n" + look), "utf-8")
    code, out, _ = icsim("whatif", "looked.jsonl", "--at", "0:10:00", "--say", "order roll back web by ben")
    assert code == 0
    assert "left out: order fail over db by ada\nsaid:     order roll back web by ben\n" in out
    child = read_recording(Path("looked-whatif.jsonl").read_text("utf-8")).recording
    assert child
    said = [line.text for line in child.commands]
    assert "odrer it" in said
    assert "board" in said


def test_words_that_cannot_be_read_are_refused_with_the_readers_answer(icsim, played):
    code, out, err = icsim("whatif", "slow-shop-1", "--at", "0:10:00", "--say", "order rol bak wbe")
    assert (code, out) == (2, "")
    assert "--say 'order rol bak wbe' cannot be read: " in err
    assert [path.name for path in played.parent.iterdir()] == [played.name]


def test_scripts_read_json(icsim, played):
    code, out, _ = icsim("whatif", "slow-shop-1", "--at", "0:10:00", "--drop", "0", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["saved"] == 0.0
    assert told["left_out"] == []
    assert told["was"]["axes"] == told["would_be"]["axes"]


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("noon", "--at 'noon' is no time; write it as timelines do"),
        ("9:00:00", "the play ended before, at"),
    ],
)
def test_a_time_that_is_none_is_quoted(icsim, played, at, message):
    code, _, err = icsim("whatif", "slow-shop-1", "--at", at, "--say", "end")
    assert code == 2
    assert message in err
    assert [path.name for path in played.parent.iterdir()] == [played.name]
