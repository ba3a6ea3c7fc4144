"""The load over a week comes and goes in small steps, with what is written in the middle of each hour."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.duration import HOUR
from simulator.domain.tide import TURN, steady, tide

rhythms = st.lists(st.floats(0, 1), min_size=2, max_size=48)


def test_a_level_load_stays_level():
    assert set(tide((0.7,) * 24)) == {0.7}


def test_it_goes_from_the_middle_of_one_hour_to_the_middle_of_the_next():
    loads = tide((0.0, 1.0, 1.0, 0.0))
    assert loads[3:10] == pytest.approx((1 / 12, 3 / 12, 5 / 12, 7 / 12, 9 / 12, 11 / 12, 1.0), abs=1e-4)


@given(rhythms)
def test_no_step_is_greater_than_its_part_of_an_hour(rhythm):
    loads = tide(rhythm)
    largest = max(abs(b - a) for a, b in pairwise((*rhythm, rhythm[0])))
    steps = pairwise((*loads, loads[0]))
    assert all(abs(b - a) <= largest * TURN / HOUR + 2e-4 for a, b in steps)


@given(rhythms)
def test_as_many_are_served_in_all(rhythm):
    loads = tide(rhythm)
    assert sum(loads) * TURN / HOUR == pytest.approx(sum(rhythm), abs=len(loads) * 1e-4)


@given(rhythms)
def test_it_stays_within_what_is_written(rhythm):
    assert all(min(rhythm) - 1e-4 <= load <= max(rhythm) + 1e-4 for load in tide(rhythm))


def test_it_is_known_how_long_the_load_stays():
    assert steady((0.2, 0.2, 0.5, 0.2)) == (2, 1, 1, 3)
    assert steady((0.7,) * 6) == (6,) * 6


@given(st.lists(st.sampled_from((0.1, 0.2)), min_size=2, max_size=30))
def test_it_stays_for_that_long_and_no_longer(loads):
    for turn, lasts in enumerate(steady(tuple(loads))):
        later = [loads[(turn + after) % len(loads)] for after in range(lasts + 1)]
        assert len(set(later[:-1])) == 1
        assert lasts == len(loads) or later[-1] != later[0]
