"""When a moment comes back."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.library.repetition import LONGEST, Tried, due

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def days(passed: str) -> list[int]:
    """The days to the next time after each try, each made when it is due: `+` passed, `-` not."""
    tries: list[Tried] = []
    gaps, at = [], NOON
    for sign in passed:
        tries.append(Tried(at, sign == "+"))
        then = due(tries)
        assert then
        gaps.append((then - at).days)
        at = then
    return gaps


def test_what_was_never_tried_is_not_due():
    assert due([]) is None


def test_what_is_passed_again_and_again_comes_back_ever_later():
    gaps = days("+++++")
    assert gaps == sorted(set(gaps))
    assert gaps[0] >= 2


@pytest.mark.parametrize("before", ["", "+", "++", "+++"])
def test_what_failed_comes_back_within_days(before):
    gaps = days(before + "-")
    assert 1 <= gaps[-1] <= 7
    assert not before or gaps[-1] <= gaps[-2]


def test_nothing_stays_away_for_more_than_half_a_year():
    assert max(days("+" * 12)) == LONGEST


def test_the_time_zone_makes_no_difference():
    east = timezone(timedelta(hours=9))
    assert due([Tried(NOON.astimezone(east), True)]) == due([Tried(NOON, True)])


SECONDS = st.integers(0, 3 * 10**8)
TRIES = st.lists(
    st.builds(
        lambda seconds, passed: Tried(NOON + timedelta(seconds=seconds), passed), SECONDS, st.booleans()
    ),
    min_size=1,
    max_size=8,
)


@given(TRIES, st.permutations(range(8)))
def test_the_same_tries_are_due_at_the_same_time_in_whatever_order_they_are_told(tries, order):
    shuffled = [tries[place] for place in order if place < len(tries)]
    assert due(tries) == due(shuffled)
    last = max(tried.at for tried in tries)
    then = due(tries)
    assert then
    assert timedelta(days=1) <= then - last <= timedelta(days=LONGEST)
