"""Updates in words of one's own, without the word that says so."""

import pytest

from simulator.domain.command import Draft, Post
from simulator.domain.update import Update
from simulator.grammar import Unreadable, read
from simulator.grammar.own_words import with_saying
from simulator.grammar.words import split


def told(**more):
    return Update("status page", "investigating", **more)


@pytest.mark.parametrize(
    ("said", "update"),
    [
        ("post the status page: investigating. Most messages fail.",
         told(text="Most messages fail.")),
        ("tell customers: we are investigating, most messages fail",
         told(text="most messages fail")),
        ("update customers: investigating - some of you cannot send messages",
         told(text="some of you cannot send messages")),
        ('post status page investigating "Most messages fail."',
         told(text="Most messages fail.")),
        ("post status page investigating affecting send a message. We look into it. next in 20m",
         told(scope=("send a message",), next_in=1200, text="We look into it.")),
        ("brief leadership investigating next in 20m. Ana is on the database",
         Update("leadership", "investigating", next_in=1200, text="Ana is on the database")),
    ],
)  # fmt: skip
def test_what_is_set_apart_is_what_is_said(vocabulary, said, update):
    assert read(said, vocabulary) == Post(update)


def test_a_draft_may_be_given_so_too(vocabulary):
    assert read("draft status page: investigating. Most messages fail.", vocabulary) == Draft(
        told(text="Most messages fail.")
    )


@pytest.mark.parametrize(
    "said",
    [
        "post status page investigating, afecting send a message",  # would go out as it stands
        "post status page investigating afecting send a message",
        "post status page: most messages fail.",
        "post status page investigating. Sorry",
        "tell everybody: investigating, most messages fail",
    ],
)
def test_what_may_be_a_slip_is_not_sent(vocabulary, said):
    assert isinstance(read(said, vocabulary), Unreadable)


@pytest.mark.parametrize(
    "said", ["investigate app, it fails", "post status page investigating", "page bo. Now"]
)
def test_other_lines_have_no_own_words(vocabulary, said):
    assert with_saying(split(said), vocabulary) == ""
