"""Integration is exact where it claims to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.world.integral import integrate


def _over(function, begin, end, degree=15):
    return integrate(function, begin, end, (function(begin), function(end)), degree)


@given(st.lists(st.floats(-10, 10), min_size=1, max_size=16), st.integers(0, 50), st.integers(1, 50))
def test_polynomials_up_to_degree_fifteen_are_exact(coefficients, begin, length):
    """In units of the stretch, so that high powers stay small."""

    def curve(at):
        return sum(c * ((at - begin) / length) ** power for power, c in enumerate(coefficients))

    exact = length * sum(c / (power + 1) for power, c in enumerate(coefficients))
    assert _over(curve, begin, begin + length) == pytest.approx(exact, abs=1e-9 * length)


@pytest.mark.parametrize(("degree", "beyond"), [(3, 4), (7, 8), (15, 16)])
def test_as_many_nodes_as_the_degree_asks_for(degree, beyond):
    for power in range(degree + 1):
        assert _over(lambda at, p=power: at**p, 0, 1, degree) == pytest.approx(1 / (power + 1), abs=1e-12)
    assert abs(_over(lambda at: at**beyond, 0, 1, degree) - 1 / (beyond + 1)) > 1e-11


def test_the_quotient_of_an_overload_is_close():
    assert _over(lambda at: 1 - 1 / (1 + at / 300), 0, 300) == pytest.approx(
        300 * (1 - 0.69314718056), abs=1e-6
    )


def test_nothing_between_two_equal_ends():
    assert _over(lambda _: 5.0, 3, 3) == 0
