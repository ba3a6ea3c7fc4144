"""Pace: reading a speed, and a clock that runs, stops and jumps."""

import pytest

from simulator.terminal.pace import Clock, read_pace, show_pace


@pytest.mark.parametrize(
    ("text", "speed"),
    [("turns", 0), ("10x", 10), ("10", 10), (" 0.5X ", 0.5), ("600x", 600), ("601x", None), ("0x", None),
     ("-1x", None), ("fast", None), ("", None), ("1e9x", None), ("nan", None)],
)  # fmt: skip
def test_a_pace_is_turns_or_a_sensible_speed(text, speed):
    assert read_pace(text) == speed


def test_a_pace_is_shown_as_it_is_written():
    assert [show_pace(speed) for speed in (0, 10, 0.5)] == ["turns", "10x", "0.5x"]


def test_a_clock_runs_stops_goes_on_and_jumps():
    wall = [100.0]
    clock = Clock(10, now=60, seconds=lambda: wall[0])
    wall[0] += 1.55
    assert clock.now == 75
    clock.pause()
    wall[0] += 50
    assert (clock.now, clock.stopped) == (75, True)
    clock.go()
    clock.go()
    wall[0] += 1
    assert (clock.now, clock.stopped) == (85, False)
    clock.jump(300)
    wall[0] += 0.5
    assert clock.now == 305
