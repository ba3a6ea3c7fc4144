"""Integration is exact where it claims to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.world.integral import integrate


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=16), st.integers(0, 50), st.integers(1, 50))
def test_polynomials_up_to_degree_fifteen_are_exact(coefficients, begin, length):
    """In units of the stretch, so that high powers stay small."""

    def curve(at):
        return sum(c * ((at - begin) / length) ** power for power, c in enumerate(coefficients))

    exact = length * sum(c / (power + 1) for power, c in enumerate(coefficients))
    assert integrate(curve, begin, begin + length) == pytest.approx(exact, abs=1e-9 * length)


def test_degree_sixteen_is_not():
    assert abs(integrate(lambda at: at**16, 0, 1) - 1 / 17) > 1e-11


def test_the_quotient_of_an_overload_is_close():
    assert integrate(lambda at: 1 - 1 / (1 + at / 300), 0, 300) == pytest.approx(
        300 * (1 - 0.69314718056), abs=1e-6
    )


def test_nothing_between_two_equal_ends():
    assert integrate(lambda _: 5.0, 3, 3) == 0
