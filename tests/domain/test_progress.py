"""Means, intervals and calibration: never more exact than what they are made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.progress import (
    CLAIMS,
    FEWEST,
    SPREAD,
    WINDOW,
    calibration,
    confidence,
    estimate,
    progress,
)

POINTS = st.lists(st.floats(0, 100), max_size=3 * WINDOW)


@pytest.mark.parametrize("points", [[], [50], [0, 100]])
def test_two_plays_are_too_few_for_an_estimate(points):
    assert estimate(points) is None


def test_the_interval_is_students():
    found = estimate([60, 70, 80])
    assert found
    assert (found.plays, found.mean) == (3, 70)
    assert found.low == pytest.approx(70 - 2.920 * 10 / 3**0.5)
    assert found.high == pytest.approx(70 + 2.920 * 10 / 3**0.5)


def test_five_plays_have_the_quantile_of_four_degrees_of_freedom():
    found = estimate([50, 60, 60, 60, 70])
    assert found
    assert found.high - 60 == pytest.approx(2.132 * 50**0.5 / 5**0.5)


def test_plays_that_are_all_alike_are_not_known_exactly():
    found = estimate([80, 80, 80])
    assert found
    assert found.low == pytest.approx(80 - 2.920 * SPREAD / 3**0.5)


def test_an_interval_stays_on_the_scale():
    low, high = estimate([0, 1, 2]), estimate([98, 99, 100])
    assert low
    assert high
    assert low.low == 0
    assert high.high == 100


@given(POINTS)
def test_a_mean_lies_within_its_bounds_and_the_bounds_on_the_scale(points):
    for found in (progress(points).now, progress(points).before):
        assert found is None or 0 <= found.low <= found.mean + 1e-9
        assert found is None or found.mean - 1e-9 <= found.high <= 100


@given(POINTS)
def test_only_the_last_plays_count(points):
    assert progress(points).points == tuple(points[-WINDOW:])
    assert progress(points).now == estimate(points[-WINDOW:])
    assert (progress(points).before is None) == (len(points) < WINDOW + FEWEST)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [
        ([20] * 5, [80] * 5, "higher"),
        ([80] * 5, [20] * 5, "lower"),
        ([60] * 5, [62] * 5, "cannot tell"),
        ([20, 90, 20, 90, 20], [80] * 5, "cannot tell"),
        ([], [80] * 5, ""),
        ([80, 80], [80] * 5, ""),
    ],
)
def test_a_change_is_told_only_when_the_intervals_are_apart(before, now, change):
    assert progress([*before, *now]).change == change


def test_claims_are_gathered_by_how_sure_they_were():
    told = calibration([(0.9, True), (0.6, False), (0.88, False), (0.62, True)])
    assert [(round(each.sure, 2), each.claims, each.held) for each in told] == [(0.61, 2, 1), (0.89, 2, 1)]


def test_without_claims_there_is_nothing_to_tell():
    assert calibration([]) == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans())))
def test_no_claim_is_lost(stated):
    told = calibration(stated)
    assert sum(each.claims for each in told) == len(stated)
    assert sum(each.held for each in told) == sum(held for _, held in stated)
    assert all(0 <= each.sure <= 1 + 1e-9 for each in told)


def test_without_claims_there_is_no_confidence():
    assert confidence([]) is None


def sureness(claims):
    """The confidence of some claims, which there are."""
    found = confidence(claims)
    assert found is not None
    return found


def test_few_claims_have_a_score_and_no_bounds():
    found = sureness([(0.9, True), (0.9, False)])
    assert found.claims == 2
    assert found.brier.mean == pytest.approx((0.01 + 0.81) / 2)
    assert found.excess.mean == pytest.approx(0.4)
    assert (found.brier.low, found.brier.high, found.verdict) == (None, None, "")


def test_bounds_are_those_of_the_t_interval():
    found = sureness([(0.9, True)] * 5 + [(0.9, False)] * 5)
    half = 1.833 * 0.4 * (10 / 9) ** 0.5 / 10**0.5
    assert (found.brier.low, found.brier.high) == pytest.approx((0.41 - half, 0.41 + half))


@pytest.mark.parametrize(
    ("sure", "held", "verdict"),
    [(0.9, 0.5, "too sure"), (0.5, 1.0, "too unsure"), (0.8, 0.8, ""), (0.6, 0.5, "")],
)
def test_too_sure_is_said_only_when_chance_does_not_explain_it(sure, held, verdict):
    claims = 20
    some = [(sure, number < held * claims) for number in range(claims)]
    assert sureness(some).verdict == verdict


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_confidence_stays_on_its_scales(stated):
    found = sureness(stated)
    assert found.claims == len(stated)
    assert 0 <= found.brier.mean <= 1
    assert -1 <= found.excess.mean <= 1
    assert (found.brier.low is None) == (len(stated) < CLAIMS)
    if found.brier.low is not None:
        assert 0 <= found.brier.low <= found.brier.mean + 1e-9 <= found.brier.high + 2e-9 <= 1 + 3e-9
