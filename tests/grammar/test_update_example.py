"""What is said of an update that cannot be read: one whole update to copy, for those who were meant."""

import pytest

from simulator.domain.command import Post
from simulator.grammar import Unreadable, read

MEANT = {
    "tell the customers that we are looking into it": (
        "post status page investigating affecting send a message next in 30m"
    ),
    "tell customers that a fix has been deployed": (
        "post status page monitoring affecting send a message next in 30m"
    ),
    "inform customers that it got mitigated": (
        "post status page monitoring affecting send a message next in 30m"
    ),
    "inform leadership that we found it and fixed it": "brief leadership resolved",
    "inform leadership until it is fixed": (
        "brief leadership investigating affecting send a message next in 30m"
    ),
    "inform leadership that it isn\u2019t fixed yet": (
        "brief leadership investigating affecting send a message next in 30m"
    ),
    "tell customers it works again": "post status page monitoring affecting send a message next in 30m",
    "inform sales that we found it at last": "brief sales identified affecting send a message next in 30m",
    "inform leadership that it's all clear": "brief leadership resolved",
    "update support please and thanks": "brief support investigating affecting send a message next in 30m",
    "brief": "brief leadership investigating affecting send a message next in 30m",
    "post status page investigating affecting search, log in quickly": (
        "post status page investigating affecting search and log in next in 30m"
    ),
    "draft customers soonish": "draft status page investigating affecting send a message next in 30m",
}


@pytest.mark.parametrize(("text", "example"), MEANT.items())
def test_the_example_is_for_who_and_what_was_meant(text, example, vocabulary):
    told = read(text, vocabulary)
    assert isinstance(told, Unreadable)
    assert told.answer.endswith(f" Say for example: {example}")


@pytest.mark.parametrize("example", sorted({each for each in MEANT.values() if not each.startswith("draft")}))
def test_the_example_can_be_copied(example, vocabulary):
    assert isinstance(read(example, vocabulary), Post)


WRITTEN_BY = {
    "brief leadership investigating affecting search by bo": "leadership investigating affecting search",
    "post status page investigating affecting log in and search next in 20m by Bo": (
        "status page investigating affecting log in and search"
    ),
    "update support by bo": "support investigating affecting send a message",
}


@pytest.mark.parametrize(("text", "draft"), WRITTEN_BY.items())
def test_who_names_the_writer_of_an_update_is_told_how_others_write(text, draft, vocabulary):
    said = read(text, vocabulary)
    assert isinstance(said, Unreadable)
    answer = said.answer
    assert answer.startswith("Whoever leads communication writes, and you approve it before it goes out.")
    assert answer.endswith(f"Say for example: draft {draft} next in 30m")


SPOKEN_TO = {
    "support: we are looking into it": "To tell support, say for example: brief support investigating "
    "affecting send a message next in 30m.",
    "Leadership, it works again": "To tell leadership, say for example: brief leadership monitoring "
    "affecting send a message next in 30m.",
    "status page: all clear": "To tell status page, say for example: post status page resolved.",
    "support": "It is an audience: post support investigating.",
}


@pytest.mark.parametrize(("text", "answer"), SPOKEN_TO.items())
def test_who_speaks_to_an_audience_is_told_how_to_tell_it(text, answer, vocabulary):
    said = read(text, vocabulary)
    assert isinstance(said, Unreadable)
    assert answer in said.answer
