"""Times to recovery that customers were told stand beside when it was over, and earn or cost nothing."""

import pytest

from simulator.debrief.real import account_html, account_markdown, account_text
from tests.debrief.real.conftest import REPORTS

KEPT = "We expect full recovery within the next 30 minutes."


@pytest.mark.parametrize(
    ("said", "words", "by", "came"),
    [
        (KEPT, "expect full recovery within the next 30 minutes", "0:40:00", "at 0:40:00, by then"),
        ("Our team expects to see full recovery in the next 20 minutes.",
         "expects to see full recovery in the next 20 minutes", "0:30:00", "at 0:40:00, 10 min after that"),
        ("We expect this to be completed in less than 1 hour(s).",
         "expect this to be completed in less than 1 hour", "1:10:00", "at 0:40:00, by then"),
        ("The backlog of delayed updates is expected to fully clear within approximately 1 hour.",
         "expected to fully clear within approximately 1 hour", "1:10:00", "at 0:40:00, by then"),
        ("We expect this to last until 10:25 UTC.",
         "expect this to last until 10:25 UTC", "0:25:00", "at 0:40:00, 15 min after that"),
        ("It will be fixed by noon.", "will be fixed by noon", "", "at 0:40:00"),
    ],
)  # fmt: skip
def test_a_time_stands_beside_what_came(told, page, said, words, by, came):
    one = told(page("10:00 investigating", f"10:10 update {said}", "10:40 resolved"))
    (line,) = one.forecasts
    assert (line.clock, line.words, line.by) == ("0:10:00", words, by)
    assert line.came == f"called resolved {came}"


@pytest.mark.parametrize(
    "said",
    [
        "We expect to provide an update on recovery within 30 minutes.",
        "We do not expect it to be resolved within an hour.",
        "Recovery is slower than anticipated.",
        "Most services recovered in the last 30 minutes.",
    ],
)
def test_no_time_is_read_where_none_was_told(told, page, said):
    assert told(page("10:00 investigating", f"10:10 update {said}", "10:40 resolved")).forecasts == ()


def test_none_is_called_a_guess_and_none_makes_points(told, page):
    one = told(page("10:00 investigating", f"10:10 update {KEPT}", "10:40 resolved"))
    accuracy = next(axis for axis in one.axes if axis.name == "communication accuracy")
    assert (accuracy.points, accuracy.rules) == (None, ())
    assert not one.patterns.seen
    assert one.unasked == "This process asks not to give them in public."
    for text in (account_html(one, REPORTS), account_markdown(one, REPORTS), account_text(one)):
        assert "guessed" not in text
        assert one.unasked in " ".join(text.split())
        assert "called resolved at 0:40:00, by then" in " ".join(text.split())


def test_a_record_that_ends_before_says_so(told, page):
    (line,) = told(page("10:00 investigating", f"10:10 update {KEPT}")).forecasts
    assert line.came == "the record does not say when it was over"
