"""Odds as the author wrote them, and as whole numbers."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from simulator.reasoning.odds import exact, in_shares, under, whole


def test_odds_are_the_fraction_that_was_written() -> None:
    assert exact(0.7) == Fraction(7, 10)


def test_a_cause_that_is_not_named_has_the_odds_of_always_or_none() -> None:
    assert under({"always": 0.2, "leak": 0.9}, "leak") == Fraction(9, 10)
    assert under({"always": 0.2, "leak": 0.9}, "stall") == Fraction(1, 5)
    assert under({"leak": 0.9}, "stall") == 0


def test_whole_numbers_keep_the_proportions() -> None:
    assert whole((Fraction(1, 6), Fraction(3, 4), Fraction(0))) == (2, 9, 0)
    assert in_shares(Fraction(7, 10), 30) == 21


@given(st.lists(st.fractions(min_value=0, max_value=10, max_denominator=500), min_size=1, max_size=6))
def test_proportions_are_exact(shares: list[Fraction]) -> None:
    found = whole(shares)
    pairs = list(zip(found, shares, strict=True))
    assert all(number * share == other * part for number, part in pairs for other, share in pairs)
