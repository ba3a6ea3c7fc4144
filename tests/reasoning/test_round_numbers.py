"""Numbers of customers as they are read off a dashboard."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.reasoning import in_round_numbers

rates = st.floats(min_value=0.01, max_value=1e9)


@pytest.mark.parametrize(
    ("exact", "read"),
    [
        (12_874, 13_000), (13_499, 13_000), (13_500, 13_000), (13_501, 13_000), (14_001, 15_000), (1, 1),
        (96, 100), (95, 91), (9_980, 10_000), (0.47, 0.47), (1_250, 1_200), (0, 0),
    ],
)  # fmt: skip
def test_a_number_is_read_as_the_preferred_one_next_to_it(exact: float, read: float) -> None:
    assert in_round_numbers(exact) == read


@given(rates)
def test_it_is_never_far_off(rate: float) -> None:
    assert isclose(in_round_numbers(rate), rate, rel_tol=0.08)


@given(rates)
def test_read_twice_it_is_the_same(rate: float) -> None:
    assert in_round_numbers(in_round_numbers(rate)) == in_round_numbers(rate)


@given(rates, rates)
def test_more_is_never_read_as_less(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert in_round_numbers(less) <= in_round_numbers(more)


@given(st.sampled_from((1.0, 1.1, 2.4, 5.6, 9.1)), st.integers(-2, 8))
def test_it_does_not_depend_on_the_power_of_ten(number: float, power: int) -> None:
    written = float(f"{number}e{power}")
    assert in_round_numbers(written) == written
