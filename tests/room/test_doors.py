"""One exercise behind every door: whoever says the same at the same seconds gets the same, byte for byte."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.cli import main
from simulator.exercise import read_recording, replay
from simulator.exercise.pace import Clock

SCRIPT = """declare P1
page datastores and app
signals
wait 4m
investigate db-shards by raj within 10m
nonsense
post status page investigating saying "Some customers cannot send messages." next in 30m
wait for news
freeze
wait 30m
end
"""
TEAM = (
    (1, "commander", "declare P1"),
    (20, "commander", "page datastores"),
    (20, "scribe", "note checkout fails since five past"),
    (45, "facilitator", 'have support say "Fifty people have written."'),
    (50, "facilitator", "hold 1"),
    (61, "deputy", "signals"),
    (61, "technical-lead", "runbook"),
    (90, "responder", "ask impact"),
    (120, "business-lead", 'post status page investigating saying "Some messages are not sent." next in 30m'),
    (200, "facilitator", "nudge edge errors by 20% for 10m"),
    (240, "facilitator", 'whisper deputy saying "Who checks it?"'),
    (300, "facilitator", 'fire 2 saying "They keep writing in."'),
    (420, "technical-lead", "investigate db-shards by raj within 10m"),
    (500, "commander", "no such words"),
    (900, "facilitator", "end"),
)


def read(text):
    recording = read_recording(text).recording
    assert recording
    return recording


def say_at(room, lines):
    for at, seat, text in lines:
        room.clock.jump(max(at, room.now))
        room.tick()
        room.say("", seat, text)


@pytest.mark.slow
def test_a_script_at_the_terminal_and_the_same_words_in_a_room(store, opened, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("ICSIM_HISTORY", "off")
    kept, script = tmp_path / "kept.jsonl", tmp_path / "script"
    script.write_text(SCRIPT)
    main(["play", "write-stall", "--seed", "3", "--script", str(script), "--out", str(kept)])
    recorded = kept.read_text()
    lines = [(line.at, line.seat, line.text) for line in read(recorded).commands]
    assert [text for _, _, text in lines] == SCRIPT.split("\n")[:-1]

    def played(room):
        say_at(room, lines)
        return room.exercise.recording.text()

    assert opened(store, played) == recorded


def test_what_all_seats_and_the_facilitator_said_plays_again_without_a_room(store, opened, library):
    def played(room):
        say_at(room, TEAM)
        assert room.exercise.over
        return room.exercise.recording.text()

    text = opened(store, played)
    recording = read(text)
    assert {line.seat for line in recording.commands} == {seat for _, seat, _ in TEAM}
    outage = library.outage("write-stall")
    for tick in (0, 1, 7):
        again = replay(recording, outage.scenario, outage.doctrine, tick=tick)
        assert again.difference is None
        assert again.exercise.recording.text() == text
    others = outage.exercise(3)
    for at, seat, said in TEAM:
        others.tick(at)
        others.submit(seat, said)
    assert others.recording.text() == text


class Forgetful:
    """A store that keeps nothing: for a room that is never opened again."""

    def append(self, *event):
        return True

    def __getattr__(self, name):
        return lambda *words: None


PATTERN = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["pause", "go", "tick", "say"]), st.just(0)),
        st.tuples(st.just("speed"), st.sampled_from([0.5, 1, 2, 5, 10, 30, 60])),
        st.tuples(st.just("passes"), st.integers(1, 10**8)),
    ),
    min_size=1,
    max_size=12,
)


@pytest.mark.slow
def test_a_thousand_patterns_of_pauses_and_speeds_drift_not_at_all(opened):
    """All in one room, one after the other: what each of them drifted would add up."""
    wall, ran, speed, runs, said = [0], Fraction(0), 1, False, 0

    def played(room):
        nonlocal ran, speed, runs, said
        room.clock = Clock(1, 0, lambda: wall[0])
        room.clock.pause()

        @settings(max_examples=1000, deadline=None, database=None, derandomize=True)
        @given(PATTERN)
        def drifts(pattern):
            nonlocal ran, speed, runs, said
            for deed, amount in pattern:
                if deed == "passes":
                    wall[0] += amount
                    ran += Fraction(amount * Fraction(speed), 10**9) if runs else 0
                elif deed == "speed":
                    room.run_at("", amount)
                    speed = amount
                elif deed == "tick":
                    room.tick()
                elif deed == "say":
                    said += 1
                    room.say("", "scribe", "note all is well")
                else:
                    getattr(room, deed)("")
                    runs = deed == "go"
                assert room.clock.exact == ran
            room.tick()
            assert room.now == int(ran)

        drifts()
        return room.exercise.over, said, ran

    over, said, ran = opened(Forgetful(), played)
    assert not over
    assert said > 100
    assert ran > 5
