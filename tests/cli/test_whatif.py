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


def test_scripts_read_json(icsim, played):
    code, out, _ = icsim("whatif", "slow-shop-1", "--at", "0:10:00", "--drop", "0", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["saved"] == 0.0
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
