"""Durations as people say them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.duration import show_duration
from simulator.grammar.amount import MOST, hear

SAID = {
    "5": 300, "5m": 300, "5 m": 300, "5 min": 300, "5 minutes": 300, "five minutes": 300, "five": 300,
    "90s": 90, "90 sec": 90, "1h30m": 5400, "1h 30m": 5400, "1 hour 30 minutes": 5400, "1.5h": 5400,
    "half an hour": 1800, "quarter hour": 900, "an hour": 3600, "a minute": 60, "2d": 172800, "0": 0, "0s": 0,
    "seven minutes": 420, "twelve minutes": 720, "forty five seconds": 45, "fifty": 3000,
    "a couple of minutes": 120, "an hour and a half": 5400, "one and a half hours": 5400,
    "a quarter of an hour": 900, "an hour and twenty minutes": 4800,
    "100d": 8640000, "5 more minutes": 300, "five more minutes": 300, "2 further hours": 7200,
}  # fmt: skip
NOT_SAID = [
    "",
    "soon",
    "m",
    "5x",
    "5m3",
    "x5",
    "101d",
    "9" * 400,
    "\N{SUPERSCRIPT TWO}",
    "\N{ARABIC-INDIC DIGIT FIVE}x",
    "an",
    "a couple",
    "a couple of",
    "more minutes",
    "half",
]


@pytest.mark.parametrize(("text", "seconds"), SAID.items())
def test_a_duration_is_heard(text, seconds):
    words = text.split()
    assert hear(words, 0) == (seconds, len(words))


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_no_duration(text):
    assert hear(text.split(), 0) is None


def test_a_duration_ends_before_the_next_word():
    assert hear(["for", "5", "m", "by", "ana"], 1) == (300, 3)
    assert hear(["5m", "20"], 0) == (300, 1)


@given(st.integers(0, MOST))
def test_every_duration_that_is_shown_is_heard(seconds):
    assert hear([show_duration(seconds)], 0) == (seconds, 1)
