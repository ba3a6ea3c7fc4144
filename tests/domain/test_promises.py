"""When a post says that the next one comes: what is read, what is left open, what is no promise at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.promises import LONGEST, Promise, promise

NOON = 12 * 3600
MINUTE = 60

READ = {
    "We look into why customers cannot send a message, next update in 20 minutes.": 20,
    "We can't promise a time, but will update you in an hour.": 60,
    "Next update in 10 minutes.": 10,
    "We are adding capacity. Next update in 30 mins": 30,
    "Another update will be shared within the next 45 minutes.": 45,
    "We will provide an update in about an hour.": 60,
    "We will update our status in the next twenty minutes as we know more.": 20,
    "We continue to look and will update again within 2 hours.": 120,
    "We'll post another update by 14:00 UTC.": 120,
    "We\u2019ll post another update by 14:30 (UTC)": 150,
    "Further updates at 1 pm GMT": 60,
    "We will provide updates every 30 minutes.": 30,
    "A further update will follow within half an hour.": 30,
    "There is a backlog of updates - we look, and will provide an update in the next 60 minutes.": 60,
    "Next update in 20-30 minutes.": 30,
    "Next update at 11:59 UTC": None,
    "We are working on it and will update you in 15 minutes.": 15,
    "Next update within the hour": 60,
    "We'll post again in half an hour.": 30,
    "We will write again in 20 min.": 20,
    "We will report back in 10m.": 10,
    "We'll get back to you within half an hour.": 30,
    "It is us. More in 15 minutes.": 15,
    "We'll be back with news in 30 minutes.": 30,
    "We will let you know more within two hours.": 120,
    "Next update in seven minutes.": 7,
    "Next update in forty-five minutes.": 45,
    "More in eleven min.": 11,
    "Next update in five to ten minutes.": 10,
    "We will update you in a couple of minutes.": 2,
    "It is us. More in a quarter of an hour.": 15,
    "Next update in an hour and a half.": 90,
    "Release 2.4 is bad. Next update in one and a half hours.": 90,
    "We do not know the cause yet and will update you in 30 minutes, or earlier if it changes.": 30,
}  # fmt: skip
UNCLEAR = [
    "We will update you within minutes.",
    "We will provide another update tomorrow at 09:00 UTC.",
    "Next update by 14:00.",
    "Next update by 2 pm Pacific.",
    "The next update comes on Monday.",
    "We will share an update at the end of the day, or in 4 hours.",
    "We will deploy another update within 30 minutes.",
    "Next update in 10 minutes. Another update will be shared in 20 minutes.",
    "Next update by 13:00 UTC or 14:00 UTC.",
    "Next update at 5 UTC.",
    "We expect that updates for 3 regions will be late.",
]
NONE = [
    "We cannot give an update in 20 minutes.",
    "Another update in 20 minutes, we will not promise.",
    "",
    "We are still looking into it.",
    "Please try again in 10 minutes.",
    "We will not update you in the next 30 minutes.",
    "We cannot promise an update in 15 minutes.",
    "If it fails again we will update you within 10 minutes.",
    "We will restart the workers again in 10 minutes.",
    "We expect recovery in 20 minutes.",
    "It should be back within 20 minutes.",
    "Do you know more? It failed in 10 minutes.",
    "We will provide further updates as more information becomes available.",
    "We will provide another update soon.",
    "Project board updates are currently delayed by 1-2 hours.",
    "In the last 30 minutes errors went down.",
    "More information is on our blog.",
    "We rolled back at 11:40 UTC and see recovery.",
]


@pytest.mark.parametrize(("text", "minutes"), READ.items(), ids=READ)
def test_a_plain_promise_is_read(text, minutes):
    expected = Promise(unclear=True) if minutes is None else Promise(minutes * MINUTE)
    assert promise(text, NOON) == expected


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_may_be_a_promise_is_left_open(text):
    assert promise(text, NOON) == Promise(None, True)


@pytest.mark.parametrize("text", NONE)
def test_what_names_no_time_promises_nothing(text):
    assert promise(text, NOON) == Promise(None, False)


def test_a_clock_reading_needs_to_know_the_time_of_the_post():
    assert promise("Next update by 14:00 UTC.", None) == Promise(None, True)
    assert promise("Next update in 10 minutes.", None) == Promise(600)


def test_a_clock_reading_may_be_of_the_next_day_but_not_much_later():
    assert promise("Next update at 02:00 UTC.", 23 * 3600) == Promise(3 * 3600)
    assert promise("Next update at 06:00 UTC.", NOON) == Promise(LONGEST)
    assert promise("Next update at 06:01 UTC.", NOON) == Promise(None, True)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Next update by 14:00.", 120),
        ("Next update at 12.30", 30),
        ("Next update by 2pm, or sooner.", 120),
        ("Next update by 14:00 UTC.", 120),
        ("Next update by 2 pm Pacific.", None),
        ("Next update by 14:00 local time.", None),
        ("Next update by 14", None),
        ("Next update by 14:00, not at 13:00.", None),
    ],
)
def test_where_every_clock_is_in_utc_a_reading_does_not_say_so(text, minutes):
    expected = Promise(unclear=True) if minutes is None else Promise(minutes * MINUTE)
    assert promise(text, NOON, ours=True) == expected


@given(st.text(max_size=80), st.none() | st.integers(0, 86399), st.booleans())
def test_no_text_breaks_it(text, at, ours):
    told = promise(f"Next update {text}", at, ours)
    assert told.next_in is None or (told.next_in > 0 and not told.unclear)
