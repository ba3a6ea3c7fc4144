"""Putting a change back in other words than revert: by the opposite of its own words, or by its number."""

import pytest

from simulator.domain.command import CallOff, Order, Revert
from simulator.grammar import Unreadable, read


@pytest.mark.parametrize(
    ("text", "change", "by"),
    [
        ("resume the migration", "stop the migration", None),
        ("start the migration again", "stop the migration", None),
        ("restart the migration by raj", "stop the migration", "raj"),
        ("Raj, start the migration again", "stop the migration", "raj"),
        ("raj, resume the migration please", "stop the migration", "raj"),
        ("turn new inbox on again", "turn off new inbox", None),
        ("switch search back on", "turn off search", None),
        ("roll back c1", "c1", None),
        ("rollback c2", "c2", None),
        ("roll c1 back by bo", "c1", "bo"),
        ("take c3 back", "c3", None),
        ("bo, roll back c1", "c1", "bo"),
        ("restore c1", "c1", None),
        ("restore c1 by bo", "c1", "bo"),
        ("turn the inbox back on, bo", "turn off new inbox", "bo"),
    ],
)
def test_a_change_is_put_back_in_many_words(text, change, by, vocabulary):
    assert read(text, vocabulary) == Revert(change, by)


@pytest.mark.parametrize(
    "text",
    ["resume the shard", "start the rollback", "should we resume the migration?", "turn on clear cache",
     "roll c1", "restore app", "turn the app back on", "resume the migration by nobody"],
)  # fmt: skip
def test_what_undoes_no_change_is_not_understood(text, vocabulary):
    assert isinstance(read(text, vocabulary), Unreadable)


def test_a_change_of_such_words_is_still_itself(vocabulary):
    assert read("order roll back app", vocabulary) == Order("roll back app")
    assert read("do not roll back c1", vocabulary) != Revert("c1")
    assert read("do not stop the migration", vocabulary) == CallOff("stop the migration")
