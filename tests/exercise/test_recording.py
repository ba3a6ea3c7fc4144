"""Recordings: written and read back, replayed to the byte, damaged and still useful."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.seats import COMMANDER
from simulator.domain.source import Source
from simulator.exercise import Exercise, Recording, read_recording, replay, take_turn
from simulator.exercise.players import PLAYERS, play
from tests.plays import say, shipped

SCRIPT = """
declare P1
page datastores
what?
wait 6m
investigate db-shards by raj within 10m
wait 5m
order fail over a shard by raj because the shard is stuck
wait 20m
verify fail over a shard by raj
wait 6m
"""


def readable(text: str) -> Recording:
    recording = read_recording(text).recording
    assert recording
    return recording


@pytest.fixture
def recording(exercise):
    say(exercise, SCRIPT)
    return exercise.recording


def test_a_recording_reads_back_as_it_was_written(recording):
    assert read_recording(recording.text()).damage == ()
    read = readable(recording.text())
    assert read.header == recording.header
    assert read.commands == recording.commands
    assert read.entries == recording.entries
    assert read.text() == recording.text()


def test_the_header_holds_the_files_with_their_digests():
    scenario, doctrine = shipped()
    exercise = Exercise(scenario, doctrine, 7, sources=(Source("scenario", "x", "title: Ü"),))
    header = json.loads(exercise.recording.text().splitlines()[0])
    assert header["seed"] == 7
    (source,) = header["sources"]
    assert source["text"] == "title: Ü"
    assert len(source["digest"]) == 64


def test_a_replay_regenerates_every_entry(recording):
    again = replay(recording, *shipped())
    assert again.difference is None
    assert again.exercise.entries[: len(recording.entries)] == list(recording.entries)


@pytest.mark.parametrize("tick", [1, 7, 200])
def test_the_size_of_ticks_makes_no_difference(recording, tick):
    assert replay(recording, *shipped(), tick=tick).difference is None


def test_a_replay_names_the_first_entry_that_differs(recording):
    text = recording.text()
    at = next(n for n, line in enumerate(text.splitlines()) if '"acknowledged"' in line)
    lines = text.splitlines()
    entry = json.loads(lines[at])
    entry["at"] += 1
    lines[at] = json.dumps(entry)
    difference = replay(readable("\n".join(lines) + "\n"), *shipped()).difference
    assert difference
    assert difference.recorded
    assert difference.replayed
    assert difference.number == entry["entry"]
    assert difference.recorded.at == difference.replayed.at + 1
    assert "recorded (icsim" in str(difference)
    assert "replayed (icsim" in str(difference)


def test_a_recording_that_was_cut_off_is_read_as_far_as_it_goes(recording):
    text = recording.text()
    half = text[: len(text) // 2]
    (damage,) = read_recording(half).damage
    assert "cut off" in str(damage)
    assert 0 < len(readable(half).entries) < len(recording.entries)
    assert replay(readable(half), *shipped()).difference is None


def test_a_recording_is_read_up_to_its_first_damaged_line(recording):
    lines = recording.text().splitlines()
    lines[10] = lines[10].replace('"at"', '"when"')[:-3]
    text = "\n".join(lines) + "\n"
    assert read_recording(text).damage[0].line == 11
    assert len(readable(text).entries) + len(readable(text).commands) == 9


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "not an icsim recording"),
        ("hello", "not an icsim recording"),
        ("[1]\n", "not an icsim recording"),
        ('{"icsim":"recording","format":99,"program":"9.9"}\n', "format 99"),
        ('{"icsim":"recording","format":1}\n', "header is damaged"),
        (
            '{"icsim":"recording","format":1,"program":"0","seed":"x","scenario":"a","doctrine":"b","sources":[]}',
            "seed",
        ),
    ],
)
def test_what_is_no_recording_is_told_apart(text, told):
    read = read_recording(text)
    assert read.recording is None
    assert told in str(read.damage[0])


def test_the_same_words_in_another_world_are_another_play_with_the_same_commands(recording):
    scenario, doctrine = shipped()
    other = Exercise(scenario, doctrine, 3)
    for line in recording.commands:
        other.tick(max(line.at, other.free_at(COMMANDER)))
        other.submit(line.seat, line.text)
    assert [line.text for line in other.recording.commands] == [line.text for line in recording.commands]
    assert other.entries[1] != recording.entries[1] or other.entries != list(recording.entries)


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(1, 10_000), tick=st.sampled_from([0, 1, 13, 600]))
def test_any_random_play_replays_to_the_byte(seed, tick):
    scenario, doctrine = shipped()
    played = play(Exercise(scenario, doctrine, seed), PLAYERS["random"](seed))
    again = readable(played.recording.text())
    replayed = replay(again, scenario, doctrine, tick=tick)
    assert replayed.difference is None
    assert replayed.exercise.recording.text() == played.recording.text()


PROGRAM = """
import sys
sys.path[:0] = [{tests!r}]
from tests.plays import shipped
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
for name in PLAYERS:
    sys.stdout.write(play(Exercise(*shipped(), 4), PLAYERS[name](4)).recording.text())
"""


def test_the_order_of_sets_and_hashes_makes_no_difference():
    tests = str(Path(__file__).parents[2])

    def played(hash_seed: str) -> bytes:
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
        program = PROGRAM.format(tests=tests)
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, check=True
        )
        return done.stdout

    one, other = played("1"), played("2")
    assert one == other
    assert len(one) > 50_000


@settings(max_examples=20, deadline=None)
@given(cut=st.floats(0.05, 0.95))
def test_a_play_resumed_anywhere_ends_as_the_unbroken_one(cut):
    scenario, doctrine = shipped()
    words = [line for line in SCRIPT.splitlines() if line]
    unbroken = Exercise(scenario, doctrine, 1)
    for text in words:
        take_turn(unbroken, COMMANDER, text)
    text = unbroken.recording.text()
    broken = read_recording(text[: int(len(text) * cut)]).recording
    if broken is None:
        return
    resumed = Exercise(scenario, doctrine, 1)
    for line in broken.commands:
        take_turn(resumed, COMMANDER, line.text)
    for text in words[len(broken.commands) :]:
        take_turn(resumed, COMMANDER, text)
    assert resumed.recording.text().splitlines()[1:] == unbroken.recording.text().splitlines()[1:]
