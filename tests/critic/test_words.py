"""What gives a cause away, and what does not."""

import pytest

from simulator.authoring.critic.outages.words import says, telling


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Could it be the bad release of noon?", "bad release"),
        ("Roll back the app!", "roll back app"),
        ("it looks like A CROWD of strangers", "a crowd of strangers"),
        ("the crawler is here", "crawler"),
        ("order fail over db", "fail over db"),
    ],
)
def test_a_phrase_is_heard_whatever_its_letters_and_articles(text, phrase):
    assert says(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("a release, and a bad day", "bad release"),
        ("the releases are bad", "bad release"),
        ("it is slow", "slow"),
        ("nothing works", "nothing"),
        ("", "bad release"),
        ("bad release", "?"),
    ],
)
def test_other_words_and_common_ones_are_no_such_phrase(text, phrase):
    assert not says(text, phrase)


def test_telling_words_are_long_rare_and_not_everyday_ones():
    assert telling("Since noon the background migration holds locks on the shards", {"shards"}) == {
        "background", "migration", "holds", "locks",
    }  # fmt: skip


SPOILERS = [
    ("title: Tickets cannot be bought by some", "title: A bad release"),
    ("teaches: [look before you leap]", "teaches: [a stuck primary is quickly mended]"),
    ("[declare high, page data, signals]", "[declare high, page data, note a crawler]"),
    ('who: ben, says: "Shall I restart it?"', 'who: ben, says: "I bet on the crawler."'),
    ('says: "What do I tell them?"', 'says: "Is it a price robot that fetches our maps?"'),
]


@pytest.mark.parametrize(("old", "new"), SPOILERS, ids=["title", "teaches", "first step", "inject", "truth"])
def test_every_text_that_a_trainee_sees_is_read(rewrite, said, old, new):
    rewrite("seats", (old, new))
    assert any("[spoiler]" in each for each in said())


def test_what_is_said_after_a_change_was_earned(rewrite, said):
    rewrite("seats", ("It is slower than before!", "Then it is the crawler."))
    assert said() == []
