"""What is said of an update that cannot be read: one whole update to copy, for those who were meant."""

import pytest

from simulator.domain.command import Post
from simulator.grammar import Unreadable, read

MEANT = {
    "tell the customers that we are looking into it": (
        "post status page investigating affecting send a message next in 30m"
    ),
    "tell customers it works again": "post status page monitoring affecting send a message next in 30m",
    "inform sales that we found it at last": "brief sales identified affecting send a message next in 30m",
    "inform leadership that it's all clear": "brief leadership resolved",
    "update support please and thanks": "brief support investigating affecting send a message next in 30m",
    "brief": "brief leadership investigating affecting send a message next in 30m",
    "draft customers soonish": "draft status page investigating affecting send a message next in 30m",
}


@pytest.mark.parametrize(("text", "example"), MEANT.items())
def test_the_example_is_for_who_and_what_was_meant(text, example, vocabulary):
    told = read(text, vocabulary)
    assert isinstance(told, Unreadable)
    assert told.answer.endswith(f" Say for example: {example}")


@pytest.mark.parametrize("example", [each for each in MEANT.values() if not each.startswith("draft")])
def test_the_example_can_be_copied(example, vocabulary):
    assert isinstance(read(example, vocabulary), Post)
