"""How long incidents are spoken: time that is skipped, answers to seniors, work for workstreams."""

import pytest

from simulator.domain.command import Answer, Investigate, Order, Post, Skip, Verify, Wait
from simulator.domain.update import Update
from simulator.grammar import Unreadable, read

MINUTE, HOUR = 60, 3600
SAID = {
    "wait until news": Wait(0, until_news=True),
    "wait until news for up to 8h": Wait(8 * HOUR, until_news=True),
    "wait until there is news for at most 30m": Wait(30 * MINUTE, until_news=True),
    "wait until 09:00": Wait(clock=9 * HOUR),
    "wait till 0:05": Wait(clock=5 * MINUTE),
    "wait until news until 23:59": Wait(0, until_news=True, clock=23 * HOUR + 59 * MINUTE),
    "wait 5m": Wait(5 * MINUTE),
    "skip": Skip(),
    "skip 2h": Skip(2 * HOUR),
    "skip ahead for up to 2h": Skip(2 * HOUR),
    "fast forward": Skip(),
    "answer leadership no eta": Answer("leadership", no_eta=True),
    "answer leadership there is no eta yet because we still look": Answer(
        "leadership", no_eta=True, because="we still look"
    ),
    "reply to leadership eta 30m": Answer("leadership", eta=30 * MINUTE),
    "answer leadership do you wish to take command": Answer("leadership", take_command=True),
    "answer leadership severity stays because half cannot send": Answer(
        "leadership", severity_stays=True, because="half cannot send"
    ),
    "answer leadership not now": Answer("leadership", later=True),
    "investigate search by workstream index": Investigate("search", workstream="index"),
    "investigate search in workstream the index within 10m": Investigate("search", None, 600, "index"),
    "order roll back app through workstream web staged because it fits": Order(
        "roll back app", None, True, "it fits", "web"
    ),
    "verify roll back app on app errors for 5m in workstream web": Verify(
        "roll back app", "app errors", 300, None, "web"
    ),
    "post status page investigating via email": Post(Update("status page", "investigating", via="email")),
}


@pytest.mark.parametrize(("text", "command"), SAID.items())
def test_it_is_read(text, command, vocabulary):
    assert read(text, vocabulary) == command


@pytest.mark.parametrize("text", ["wait until 25:00", "wait until 9:75", "wait until", "skip until dawn"])
def test_what_is_no_time_is_none(text, vocabulary):
    assert isinstance(read(text, vocabulary), Unreadable)
