"""Talk to people of the company, who hear none: how to say it so that it acts."""

import pytest

from simulator.grammar import without_say

MEANT = [
    "bo please do not clear the cache",
    "Bo, look into app",
    "@raj what changed?",
    "raj, order roll back app",
]
TALK = [
    "on it, back in five",
    "bo, that was close",
    "sam, look into app",
    "do not clear the cache",
    "bo",
    "",
    "!!",
]


@pytest.mark.parametrize("text", MEANT)
def test_what_would_act_is_shown_without_say(text, vocabulary):
    told = without_say(text, vocabulary)
    assert told.endswith(f" hears no talk. To have it done, leave out say: {text}")


@pytest.mark.parametrize("text", TALK)
def test_talk_is_talk(text, vocabulary):
    assert without_say(text, vocabulary) == ""
