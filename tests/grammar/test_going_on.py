"""Leave to go on, as people give it."""

import pytest

from simulator.grammar.going_on import leave_to_go_on


@pytest.mark.parametrize(
    ("said", "leave"),
    [
        ("Ana, yes", ("ana", None)),
        ("yes please, Ana", ("ana", None)),
        ("ana go on", ("ana", None)),
        ("Ana, keep going", ("ana", None)),
        ("Ana, 5 more minutes", ("ana", 300)),
        ("10 minutes more, Ana", ("ana", 600)),
        ("Ana, take another 10 min", ("ana", 600)),
        ("yes, go on for 5 minutes", ("", 300)),
        ("continue", ("", None)),
        ("Ana, keep on", ("ana", None)),
        ("on it", None),
        ("Ana, take it", None),
        ("Ana, no", None),
        ("Ana, yes, and look at the cache", None),
        ("Ana", None),
        ("ok", None),
        ("go", None),
    ],
)
def test_who_is_let_go_on_and_for_how_long(vocabulary, said, leave):
    assert leave_to_go_on(said, vocabulary) == leave
