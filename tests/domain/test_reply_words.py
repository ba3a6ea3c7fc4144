"""What an answer in words of one's own says to whoever stands in the room."""

import pytest

from simulator.domain.reply_words import reply_in

TO_WHO_WANTS_A_TIME = {
    "We can't say yet.": "no eta",
    "We can\u2019t say yet.": "no eta",
    "we don\u2019t know, we are looking": "no eta",
    "I won\u2019t guess": "no eta",
    "you hear more at 14:30": "later",
    "In half an hour": None,
    "?": None,
}
TO_WHO_CAME_ABOUT_THE_SEVERITY = {
    "Customers can\u2019t send": "severity stays",
    "It stays a P1": "severity stays",
    "More at 2.30, then": "later",
}  # fmt: skip


@pytest.mark.parametrize(("words", "reply"), TO_WHO_WANTS_A_TIME.items())
def test_whoever_wants_a_time_is_told(words, reply):
    assert reply_in(words, "eta") == reply


@pytest.mark.parametrize(("words", "reply"), TO_WHO_CAME_ABOUT_THE_SEVERITY.items())
def test_whoever_came_about_the_severity_is_told(words, reply):
    assert reply_in(words, "severity") == reply
