"""By when something is expected: read from a text, and compared with what had been told."""

import pytest

from simulator.domain.expected import expected_in, moved

THREE = 15 * 3600


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Until about 15:35, no sooner.", [35]),
        ("New copies are in at about 15:10.", [10]),
        ("Not before 00:20.", [560]),
        ("New copies come in about ten minutes.", [10]),
        ("They are being read in, which takes 45 minutes.", [45]),
        ("Within the quarter of an hour.", [15]),
        ("It takes another half an hour.", [30]),
        ("Twenty more minutes.", [20]),
        ("In an hour, or by 15:30.", [60, 30]),
    ],
)
def test_a_time_is_expected(text, minutes):
    assert [seconds // 60 for seconds in expected_in(text, THREE)] == minutes


@pytest.mark.parametrize(
    "text",
    [
        "Errors began at 14:20.",
        "P0 since 15:10.",
        "Some minutes more.",
        "Half of all attempts fail.",
        "We write again by 15:30 UTC.",
        "Next word by 15:30 UTC.",
        "More at 15:30.",
        "The next update comes in 20 minutes.",
    ],
)
def test_what_is_past_vague_or_about_the_next_post_is_none(text):
    assert expected_in(text, THREE) == ()


@pytest.mark.parametrize(
    ("times", "told", "news"),
    [
        ([2100], [600], True),
        ([1200], [600], True),
        ([1199], [600], False),
        ([2100], [600, 2000], False),
        ([2100], [], False),
        ([], [600], False),
    ],
)
def test_a_time_has_moved_that_is_another_than_all_that_had_been_told(times, told, news):
    assert moved(times, told) is news
