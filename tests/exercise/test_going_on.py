"""Who asked whether to go on is answered in a word or two."""

import pytest

from simulator.domain.command import Investigate
from simulator.domain.entry import each
from simulator.domain.fact import NotKnown
from simulator.exercise.going_on import asking
from simulator.grammar import Unreadable
from tests.plays import asked_for_longer, say


@pytest.fixture
def asked():
    exercise = asked_for_longer()
    assert [fact.longer for _, fact in each(exercise.seen(), NotKnown)] == [True]
    return exercise


@pytest.mark.parametrize(
    ("said", "within"), [("Raj, yes", 300), ("go on, Raj", 300), ("yes", 300), ("Raj, 10 more minutes", 600)]
)
def test_it_is_leave_to_go_on_with_the_same_look(asked, said, within):
    assert asked.meaning("commander", said) == Investigate("db-shards", "raj", within)


@pytest.mark.parametrize("said", ["Mei, yes", "Raj, no", "yes, but look at app"])
def test_other_words_are_none(asked, said):
    assert isinstance(asked.meaning("commander", said), Unreadable)


def test_it_is_asked_only_until_it_is_answered(asked):
    assert list(asking(asked.seen())) == ["raj"]
    say(asked, "Raj, yes")
    assert not asking(asked.seen())
    assert isinstance(asked.meaning("commander", "Raj, yes"), Unreadable)
