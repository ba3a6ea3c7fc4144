"""How the judge speaks."""

import pytest

from simulator.domain.attempt import Attempt
from simulator.domain.prose.capital import capital
from simulator.scoring.words import audience, listed, name, percent, summed


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.004, "under 1 %"), (0.12, "12 %"), (0.5, "50 %"), (1, "100 %")]
)
def test_shares_are_said_in_whole_percent_and_nothing_is_only_nothing(share, said):
    assert percent(share) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (4.4, "4 customer-minutes"),
        (987.6, "988 customer-minutes"),
        (12_345, "12,300 customer-minutes"),
        (1_234_567, "1,235,000 customer-minutes"),
    ],
)
def test_amounts_have_as_many_digits_as_they_are_worth(amount, said):
    assert summed(amount) == said


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_like_sentences(words, said):
    assert listed(words) == said


def test_a_change_is_named_in_quotes_and_its_small_form_says_so():
    assert name(Attempt("c1", "restart app", "bo", False, "", 1, 0)) == "'restart app'"
    assert name(Attempt("c1", "restart app", "bo", True, "", 1, 0)) == "'restart app' (staged)"


def test_the_status_page_is_for_customers():
    assert capital(audience("status page")) == "Customers"
    assert capital(audience("sales")) == "Sales"
