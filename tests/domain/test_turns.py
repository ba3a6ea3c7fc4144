"""What an update says has turned: better, worse, as before, no help, a step taken."""

import pytest

from simulator.domain.turns import turns
from simulator.domain.update import Update


def said(text):
    return set(turns(Update("support", "investigating", text=text)))


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Better, but some still have to reload.", {"better"}),
        ("Bursts are milder since noon.", {"better"}),
        ("It got worse again.", {"worse"}),
        ("It is as before again: one in six have to reload.", {"as before"}),
        ("It came back.", {"as before"}),
        ("The improvement has not lasted.", {"as before"}),
        ("The change has not ended the bursts. The next one is being checked.", {"no help", "step: next"}),
        ("The restart didn't help.", {"no help"}),
        ("The first measure did not work.", {"no help", "step: first"}),
        ("It is not better yet.", {"no help"}),
        ("Another measure is under way.", {"step: another"}),
        ("We try it in one country first.", {"step: in one"}),
        ("The change is in place; we look whether it helped.", {"in place"}),
        ("The second code is being taken back.", {"taken back"}),
    ],
)
def test_few_words_tell_what_has_turned(text, turned):
    assert said(text) == turned


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We are still on it.",
        "We are working on it.",
        "Some customers cannot work. We are at it.",
        "Still investigating; another update in ten minutes.",
        "The first update follows soon.",
        "Five minutes tell whether it got better.",
        "No change of your settings is needed.",
        "Payments do not work.",
    ],
)
def test_what_goes_on_is_no_turn(text):
    assert said(text) == set()


def test_a_second_step_is_not_a_third():
    assert said("A second measure runs.") != said("A third measure runs.")
