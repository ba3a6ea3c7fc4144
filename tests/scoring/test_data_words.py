"""Plain words that nothing is lost: a claim, unless something is left open."""

import pytest

from simulator.scoring.claims.data_words import says_safe


@pytest.mark.parametrize(
    "text",
    [
        "It works again. No messages were lost.",
        "No payment was lost; a few were late.",
        "Nothing has been lost.",
        "All your data is safe.",
        "Your messages are all intact.",
        "We have not lost any customer data.",
    ],
)
def test_nothing_is_lost(text):
    assert says_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are checking whether any messages were lost.",
        "Whether data is safe is not known yet.",
        "No data was lost so far.",
        "Was nothing lost?",
        "Some messages were lost.",
        "It is safe to send messages again.",
        "We do not know if nothing was lost.",
    ],
)
def test_what_leaves_it_open_or_says_something_else_is_no_claim(text):
    assert not says_safe(text)
