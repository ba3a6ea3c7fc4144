"""The change that is meant by `it`."""

import pytest

from simulator.grammar import with_its_name


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("verify it", "verify restart app"),
        ("Mei, verify that.", "Mei, verify restart app."),
        ("watch it for 5 minutes", "watch restart app for 5 minutes"),
        ("undo it because it did not help", "undo restart app because it did not help"),
        ("roll it back, Mei", "revert restart app, Mei"),
        ("Mei, put that back please", "Mei, revert restart app please"),
        ("keep it by Mei", "keep restart app by Mei"),
        ("Mei, can you confirm it\u2019s working?", "Mei, can you verify restart app?"),
        ("check whether it helped", "verify restart app"),
        ("could you check that it worked on app errors?", "could you verify restart app on app errors?"),
    ],
)
def test_its_name_stands_in_its_place(said, named):
    assert with_its_name(said, "restart app") == named


@pytest.mark.parametrize(
    "said",
    [
        "verify roll back app",
        "it works",
        "should we revert it?",
        "did you verify it?",
        "verify it all again",
        "check it out",
    ],
)
def test_all_else_is_left_as_it_is(said):
    assert with_its_name(said, "restart app") == ""
