"""Numbers in words, wherever times are read."""

import re

import pytest

from simulator.domain.number_words import NUMBER, NUMBER_WORDS, number_of
from simulator.domain.promises import promise
from simulator.grammar.amount import hear
from simulator.scoring.due import puts_off
from simulator.scoring.plain_words import promised

MINUTE = 60


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("seven", 7), ("forty-five", 45), ("forty five", 45), ("a couple of", 2), ("an", 1)],
)
def test_a_number_is_read(words, number):
    assert re.fullmatch(NUMBER, words)
    assert number_of(words) == number


@pytest.mark.parametrize(("word", "number"), NUMBER_WORDS.items())
def test_every_place_that_reads_a_time_knows_them(word, number):
    words = word.replace("-", " ").split()
    assert hear((*words, "minutes"), 0) == (number * MINUTE, len(words) + 1)
    assert promise(f"Next update in {word} minutes.", 0).next_in == number * MINUTE
    assert promised(f"It will be fixed in {word} minutes.")
    assert puts_off(f"in {word} weeks") == (number * 7 > 31)
