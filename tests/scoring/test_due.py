"""When something is due: in words that can be held to."""

import pytest

from simulator.scoring.due import names_a_day, puts_off


@pytest.mark.parametrize(
    "words",
    [
        "friday", "by Friday", "Fri", "on tues", "next week", "end of month", "3 days", "in two days",
        "tomorrow", "tonight", "2024-05-01", "1 May", "May", "the 12th", "10:00", "noon", "EOD",
        "within a fortnight", "this sprint", "a week", "24h", "in a couple of hours",
        "the day after tomorrow", "mid-December",
    ],
)  # fmt: skip
def test_a_date_a_day_or_a_period_can_be_held_to(words):
    assert names_a_day(words)


@pytest.mark.parametrize(
    "words",
    ["", "never", "whenever", "whenever there is a day for it", "someday", "some day", "one day", "soon",
     "later", "asap", "no hurry", "when we can", "mayor", "secondly"],
)  # fmt: skip
def test_what_is_put_off_for_ever_cannot(words):
    assert not names_a_day(words)


@pytest.mark.parametrize(
    "words",
    ["1y", "1 year", "in a year", "two years", "next year", "6 months", "2mo", "three months", "next quarter",
     "a quarter", "60 days", "90d", "8 weeks", "seven weeks", "ten weeks", "forty-five days",
     "a couple of months"],
)  # fmt: skip
def test_what_is_due_in_more_than_a_month_is_put_off(words):
    assert puts_off(words)


@pytest.mark.parametrize(
    "words",
    ["friday", "next week", "next month", "a month", "1 month", "30 days", "5 business days", "two weeks",
     "14d", "30s", "end of month",
     "end of quarter", "2024-05-01", "1 May", "10:00", "24h", "a couple of days",
     "the 12th", "30m", "next sprint", "any day of this week", "and by Friday", "the eighth", "ten days"],
)  # fmt: skip
def test_what_is_due_within_a_month_is_not(words):
    assert not puts_off(words)
