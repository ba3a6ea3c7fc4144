"""Names of recordings, and finding them again."""

import shlex
from pathlib import Path

import pytest

from simulator.library import Unknown, find_play, name_of, new_play, new_variation


def kept(name: str) -> Path:
    path = Path("icsim-plays", name)
    path.parent.mkdir(exist_ok=True)
    path.touch()
    return path


def test_a_play_is_named_by_its_outage_and_seed():
    assert new_play("write-stall", 7) == Path("icsim-plays/write-stall-7.jsonl")


def test_the_same_play_again_gets_a_number():
    kept("write-stall-7.jsonl")
    assert new_play("write-stall", 7) == Path("icsim-plays/write-stall-7-2.jsonl")
    kept("write-stall-7-2.jsonl")
    assert new_play("write-stall", 7) == Path("icsim-plays/write-stall-7-3.jsonl")


def test_a_variation_lies_beside_its_parent():
    assert new_variation(Path("x/a.jsonl")) == Path("x/a-whatif.jsonl")
    assert new_variation(kept("a-whatif.jsonl")) == Path("icsim-plays/a-whatif-2.jsonl")
    assert new_variation(Path("x/a.jsonl"), "retry") == Path("x/a-retry.jsonl")
    assert new_variation(Path("x/a-whatif.jsonl"), "retry") == Path("x/a-whatif-retry.jsonl")


@pytest.mark.parametrize("name", ["icsim-plays/a-1.jsonl", "a-1.jsonl", "a-1"])
def test_a_play_is_found_by_path_or_name(name):
    path = kept("a-1.jsonl")
    assert find_play(name) == path


def test_a_play_that_is_not_there_is_quoted_with_the_near_one():
    kept("write-stall-7.jsonl")
    with pytest.raises(
        Unknown, match=r"no recording 'write-stal-7'. Did you mean icsim-plays/write-stall-7.jsonl"
    ):
        find_play("write-stal-7")
    with pytest.raises(Unknown, match=r"The latest one is icsim-plays/write-stall-7.jsonl"):
        find_play("zzz")


def test_where_there_is_none_it_is_said_how_they_are_made():
    with pytest.raises(Unknown, match="made by `icsim play`"):
        find_play("zzz")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("icsim-plays/write-stall-7.jsonl", "write-stall-7"),
        ("elsewhere/write-stall-7.jsonl", "elsewhere/write-stall-7.jsonl"),
        ("write-stall-7.jsonl", "write-stall-7.jsonl"),
        ("icsim-plays/odd.name", "icsim-plays/odd.name"),
        ("my plays/a.jsonl", "'my plays/a.jsonl'"),
    ],
)
def test_a_recording_is_named_as_shortly_as_it_is_found(path, name):
    Path(path).parent.mkdir(exist_ok=True)
    Path(path).write_text("", "utf-8")
    assert name_of(Path(path)) == name
    assert find_play(shlex.split(name)[0]) == Path(path)


def test_an_absolute_path_into_the_plays_is_named_as_shortly(tmp_path):
    path = kept("write-stall-7.jsonl")
    assert name_of(path.absolute()) == "write-stall-7"
