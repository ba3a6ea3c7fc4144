"""A promise of the next update in the words of an update is one: nobody who reads it asks for a clause."""

import pytest

from simulator.domain.command import Draft, Post
from simulator.grammar import read

TEXT = 'saying "We are on it and will update you in 15 minutes."'


@pytest.mark.parametrize(
    ("said", "next_in"),
    [
        (f"post status page investigating {TEXT}", 900),
        (f"brief support investigating {TEXT}", 900),
        (f"post status page investigating next in 20m {TEXT}", 1200),
        (f"post status page resolved {TEXT}", None),
        ('post status page investigating saying "Next update by 10:30."', None),
        ('post status page investigating saying "It should be back in 15 minutes."', None),
        ('post status page investigating saying "More in half an hour"', 1800),
    ],
)
def test_what_a_text_promises_of_the_next_update_is_kept_in_mind(vocabulary, said, next_in):
    command = read(said, vocabulary)
    assert isinstance(command, Post)
    assert command.update.next_in == next_in


def test_a_draft_promises_as_well(vocabulary):
    command = read(f"draft status page investigating {TEXT}", vocabulary)
    assert isinstance(command, Draft)
    assert command.update.next_in == 900
