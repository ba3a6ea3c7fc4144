"""Pace: reading a speed, and a clock that runs, stops and jumps."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise.pace import Clock, read_pace, show_pace


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
    clock = Clock(10, 60, lambda: round(wall[0] * 1e9))
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


STEPS = st.one_of(
    st.tuples(st.just("pause"), st.just(0)),
    st.tuples(st.just("go"), st.just(0)),
    st.tuples(st.just("speed"), st.sampled_from([0.1, 0.5, 1, 3, 7.3, 10, 60, 600])),
    st.tuples(st.just("passes"), st.integers(1, 10**12)),
)


@given(st.lists(STEPS, max_size=1000))
def test_no_pattern_of_stops_and_speeds_wins_or_loses_time(steps):
    wall, run, speed, runs = [0], Fraction(0), Fraction(1), True
    clock = Clock(1, 0, lambda: wall[0])
    for what, amount in steps:
        if what == "passes":
            wall[0] += amount
            run += amount * speed / 10**9 if runs else 0
        elif what == "speed":
            clock.run_at(amount)
            speed = Fraction(amount).limit_denominator(1000)
        else:
            getattr(clock, what)()
            runs = what == "go"
        assert clock.exact == run


def test_how_long_it_is_until_a_second():
    clock = Clock(10, 60, lambda: 0)
    assert clock.until(100) == 4
    assert clock.until(30) == 0
    clock.pause()
    assert clock.until(100) == float("inf")
