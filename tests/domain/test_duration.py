"""Durations, clock readings and spreads."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.duration import (
    DAY,
    HOUR,
    MINUTE,
    Spread,
    read_clock,
    read_duration,
    show_clock,
    show_duration,
    show_minutes,
)


@given(st.integers(0, 400 * DAY))
def test_what_is_shown_can_be_read(seconds):
    assert read_duration(show_duration(seconds)) == seconds
    assert read_clock(show_clock(seconds)) == seconds


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0s", 0), ("45s", 45), ("90s", 90), ("12m", 720), ("1h30m", 5400), ("2d", 172800), ("1d1s", 86401),
        ("1h 30m", 5400), (" 12 m ", 720), ("1H30M", 5400), ("100m", 6000), ("1d2h3m4s", 93784),
    ],
)  # fmt: skip
def test_a_duration_as_it_is_written(text, seconds):
    assert read_duration(text) == seconds


@pytest.mark.parametrize(
    "text", ["", " ", "12", "m", "30m1h", "1.5h", "-5m", "5 minutes", "1 2m", "12m!", "1h1h"]
)
def test_what_is_no_duration(text):
    assert read_duration(text) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0s"), (59, "59s"), (60, "1m"), (5400, "1h30m"), (86400, "1d"), (90061, "1d1h1m1s"), (3601, "1h1s")],
)
def test_the_shortest_exact_spelling(seconds, text):
    assert show_duration(seconds) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"), (40, "40 s"), (89, "89 s"), (90, "2 min"), (240, "4 min"), (3569, "59 min"),
        (3571, "1 h"), (4800, "1 h 20 min"), (7200, "2 h"), (39.6, "40 s"),
    ],
)  # fmt: skip
def test_as_a_person_would_say_it(seconds, text):
    assert show_minutes(seconds) == text


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("7:05", 425),
        ("0:07:05", 425),
        ("12:00:00", 43200),
        ("90:00", 5400),
        (" 1:02:03 ", 3723),
        ("100:00", 6000),
    ],
)
def test_a_clock_reading(text, seconds):
    assert read_clock(text) == seconds


@pytest.mark.parametrize(
    "text", ["", "7", "7:5", "7:60", "0:60:00", "1:2:3", "-1:00", "12:00:00:00", "7:05 x"]
)
def test_what_is_no_clock_reading(text):
    assert read_clock(text) is None


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00:00"), (425, "0:07:05"), (3599, "0:59:59"), (36000, "10:00:00")]
)
def test_the_clock_of_a_timeline(seconds, text):
    assert show_clock(seconds) == text


def test_a_spread_without_sigma_is_exact_but_never_less_than_a_second():
    assert {Spread(300).at(luck) for luck in (0.0, 0.3, 0.999)} == {300}
    assert Spread(0).at(0.5) == 1
    assert Spread(300).mean == 300


def test_half_of_the_luck_gives_the_median():
    assert Spread(900, 0.6).at(0.5) == 900


@pytest.mark.parametrize(("luck", "sigmas"), [(0.8413447, 1), (0.1586553, -1), (0.9772499, 2)])
def test_luck_of_so_many_sigmas(luck, sigmas):
    assert Spread(10_000, 0.6).at(luck) == pytest.approx(10_000 * math.exp(0.6 * sigmas), rel=1e-3)


def test_the_furthest_luck_still_is_a_duration():
    lowest, highest = Spread(600, 0.8).at(0.0), Spread(600, 0.8).at(1.0)
    assert 1 <= lowest < 60
    assert lowest == Spread(600, 0.8).at(1e-6)
    assert 6 * HOUR < highest < 10 * HOUR


@given(st.floats(0, 1), st.floats(0, 1), st.integers(1, 10**5), st.floats(0, 1.5))
def test_more_luck_never_makes_it_shorter(one, other, median, sigma):
    spread = Spread(median, sigma)
    low, high = sorted((one, other))
    assert 1 <= spread.at(low) <= spread.at(high)


def test_the_mean_is_that_of_many_draws():
    spread = Spread(20 * MINUTE, 0.6)
    draws = [spread.at((n + 0.5) / 4000) for n in range(4000)]
    assert spread.mean == pytest.approx(20 * MINUTE * math.exp(0.18))
    assert sum(draws) / len(draws) == pytest.approx(spread.mean, rel=0.005)
