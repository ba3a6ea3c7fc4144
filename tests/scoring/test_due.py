"""When something is due: in words that can be held to."""

import pytest

from simulator.scoring.due import names_a_day


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
