"""Who is affected, read from free words: the journeys' full names beside what is wrong with them."""

import time

import pytest

from simulator.scoring.claims.scope_in_text import journeys_in

SEND, LIVE, FIND, ENTER = "send a message", "receive live", "search", "log in"
INBOX, MAIL = "open the inbox", "reply by mail"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Some customers cannot send a message.", [SEND]),
        ("Sending messages fails, and we are sorry.", [SEND]),
        ("Messages cannot be sent at the moment.", [SEND]),
        ("Some customers cannot send a message, or log in, or search. All else works.", [SEND, FIND, ENTER]),
        ("Search is slow and logging in takes longer.", [FIND, ENTER]),
        ("We see errors when customers try to log in or open their inbox.", [INBOX, ENTER]),
        ("You may be unable to log in. Replies by mail are delayed.", [ENTER, MAIL]),
        ("To receive live fails 62 times in 100.", [LIVE]),
        ("Nothing is lost, but receiving live doesn\u2019t work.", [LIVE]),
        ("Sending a message works again, but search is still down.", [FIND]),
    ],
)
def test_a_journey_is_named_by_saying_that_it_does_not_work(parley, text, named):
    assert list(journeys_in(text, parley)) == named


@pytest.mark.parametrize(
    "text",
    [
        "Sending messages works.",
        "Search is not affected.",
        "Search no longer fails.",
        "No problems with search are known.",
        "Is search slow?",
        "If release 2.4 is on, search fails.",
        "We check whether search fails.",
        "If search fails, reload the page.",
        "We cannot rule out that search fails.",
        "To search works. Messages fail.",
        "Engineers search for the cause of the failures.",
        "Engineers are searching the logs for errors.",
        "Examined: search, app. Measures: restart search (no effect).",
        "The log in the app shows errors.",
        "The app is down, and so is db-shards.",
    ],
)
def test_what_is_denied_asked_or_looked_at_names_nobody(parley, text):
    assert journeys_in(text, parley) == ()


@pytest.mark.parametrize("again", ["search, ", "search is ", "fail really ", "send a ", "errors in "])
def test_a_long_text_is_read_in_no_time(parley, again):
    begun = time.process_time()
    journeys_in(again * 3000, parley)
    assert time.process_time() - begun < 1
