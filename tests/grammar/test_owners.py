"""Follow-ups in which somebody is named without `for`: whose work it is, or what would be understood."""

import pytest

from simulator.domain.command import FollowUp
from simulator.grammar import Ambiguous, Unreadable, read, spell

OWNED = {
    "follow up raj write a test for the switch due friday": FollowUp(
        "write a test for the switch", "raj", "friday"
    ),
    "follow-up Raj Patel: write a test": FollowUp("write a test", "raj"),
    "todo raj to ask ana about the switch": FollowUp("ask ana about the switch", "raj"),
    "follow-up bo should take the flag out by friday": FollowUp("take the flag out by friday", "bo"),
    "follow-up write a test by raj due friday": FollowUp("write a test", "raj", "friday"),
    "follow-up José Álvarez, write a test": FollowUp("write a test", "jose"),
    "follow-up raj write a test for ana": FollowUp("raj write a test", "ana"),
}
NOBODYS = {
    "follow-up write a test": FollowUp("write a test"),
    "follow-up write a test by friday": FollowUp("write a test by friday"),
    'follow-up "thank ana and bo"': FollowUp("thank ana and bo"),
    'follow-up "raj"': FollowUp("raj"),
}


@pytest.mark.parametrize(("text", "command"), [*OWNED.items(), *NOBODYS.items()])
def test_whose_work_it_is(text, command, vocabulary):
    assert read(text, vocabulary) == command
    assert read(spell(command, vocabulary), vocabulary) == command


def test_a_name_in_the_middle_is_asked_about(vocabulary):
    answer = read("follow-up thank ana", vocabulary)
    assert answer == Unreadable(
        "follow-up thank ana",
        "'thank ana' names ana, and not as whose work it is. "
        'If it is theirs, say: follow-up "thank ana" for ana. If it is nobody\'s, put it in quotes.',
    )


def test_what_it_says_would_be_understood_is(vocabulary):
    assert read('follow-up "thank ana" for ana', vocabulary) == FollowUp("thank ana", "ana")
    assert read('follow-up "thank ana"', vocabulary) == FollowUp("thank ana")


def test_a_name_that_two_have_is_ambiguous(vocabulary):
    answer = read("follow up sam write a test", vocabulary)
    assert answer == Ambiguous(
        "follow up sam write a test",
        "'follow up sam' could be for: Sam Lee, Sam Wolfe",
        ("Sam Lee", "Sam Wolfe"),
    )


def test_a_name_alone_is_no_work(vocabulary):
    answer = read("follow up raj", vocabulary)
    assert isinstance(answer, Unreadable)
    assert answer.answer.startswith("'follow up raj' needs a few words.")
