"""Fits by plain statistics."""

import math
from statistics import NormalDist

import pytest

from simulator.bench.realism.fit import NOTHING, Estimate, middle, over, ratio, share, sigma, written

QUANTILES = [NormalDist().inv_cdf((n + 0.5) / 999) for n in range(999)]
LASTED = [75 * math.exp(1.1 * quantile) for quantile in QUANTILES]


def test_a_log_normal_is_found_again():
    assert middle(LASTED).value == pytest.approx(75)
    assert sigma(LASTED).value == pytest.approx(1.1, rel=0.01)
    assert middle(LASTED).count == 999


def test_more_observations_err_less():
    assert middle(LASTED[::10]).error > 3 * middle(LASTED).error
    assert sigma(LASTED[::10]).error > 3 * sigma(LASTED).error


def test_a_share_is_in_percent():
    found = share([1, 0, 0, 0] * 25)
    assert found.value == 25
    assert found.error == pytest.approx(4.33, abs=0.01)


def test_a_ratio_is_of_the_sums():
    assert ratio([2, 4, 6], [1, 2, 3]) == Estimate(2, 0, 3)
    uneven = ratio([2, 6], [1, 1], 100)
    assert uneven.value == 400
    assert uneven.error > 0


def test_one_estimate_over_another_carries_both_errors():
    found = over(Estimate(6, 0.6, 50), Estimate(3, 0.3, 40))
    assert (found.value, found.count) == (2, 40)
    assert found.error == pytest.approx(0.2 * math.sqrt(2))


def test_what_is_written_down_is_exact():
    assert written([2, 8]) == Estimate(4, 0, 2)


@pytest.mark.parametrize(
    "nothing",
    [
        middle([]),
        sigma([1]),
        share([]),
        ratio([1], [1, 2]),
        ratio([1, 1], [0, 0]),
        over(NOTHING, NOTHING),
        written([]),
    ],
)
def test_of_nothing_nothing_is_known(nothing):
    assert nothing.count == 0
    assert nothing.within(0, 1) is None


@pytest.mark.parametrize(
    ("found", "held"),
    [
        (Estimate(5, 0, 1), True),
        (Estimate(5, 0.1, 100), True),
        (Estimate(3.9, 0.1, 100), True),
        (Estimate(3.7, 0.1, 100), False),
        (Estimate(6.1, 0.1, 100), True),
        (Estimate(6.3, 0.1, 100), False),
        (Estimate(5, 0.1, 9), None),
    ],
)
def test_an_estimate_may_be_off_by_its_error(found, held):
    assert found.within(4, 6) is held
