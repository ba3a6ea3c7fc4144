"""Promises kept: the next update comes when it was promised."""

import pytest

from simulator.scoring.rules import promises_kept as rule


def post(at, state="investigating", promise="", text=""):
    said = f" next_in={promise}" if promise else ""
    return f'{at} posted audience="status page" state={state}{said} text="{text}"\n'


@pytest.mark.parametrize(
    ("at", "earned"), [("0:12:00", 1), ("0:25:00", 1), ("0:30:00", 0.5), ("0:35:00", 0), ("1:30:00", 0)]
)
def test_late_by_half_of_what_was_promised_is_as_good_as_not_kept(judge, at, earned):
    promise = judge(rule, post("0:05:00", promise="20m") + post(at, "resolved"))
    assert [mark.earned for mark in promise] == [pytest.approx(earned)]


def test_a_promise_nobody_kept_earns_nothing(judge):
    (mark,) = judge(rule, post("0:05:00", promise="20m") + "0:40:00 noted")
    assert mark.earned == 0
    assert mark.summary == "Customers had been promised an update by 0:25:00, and none came."


def test_a_promise_not_yet_due_is_not_judged(points):
    assert points(rule, post("0:05:00", promise="20m") + "0:24:00 noted") is None


def test_a_promise_is_void_once_the_incident_was_closed(points):
    assert points(rule, post("0:05:00", promise="20m") + "0:20:00 resolved\n2:00:00 noted") is None


def test_promising_nothing_is_the_lesser_fault(judge):
    (mark,) = judge(rule, post("0:05:00") + post("0:15:00", "resolved"))
    assert (mark.earned, mark.weight) == (0.5, 0.5)


def test_the_last_update_need_not_promise_another(points):
    assert points(rule, post("0:05:00", "resolved")) is None


def test_a_promise_is_kept_without_news(points):
    """The same again after 8 minutes is no news, but it was promised."""
    assert points(rule, post("0:05:00", promise="8m") + post("0:13:00", promise="8m")) == 1


def test_a_repeat_long_before_its_time_redeems_nothing(points):
    assert points(rule, post("0:05:00", promise="9m") + post("0:06:00", promise="9m") + "0:40:00 noted") == 0


def test_a_promise_that_a_later_update_replaced_is_kept_by_it(judge):
    """Promised by 0:20, told more at 0:12 with the next one by 0:27: that came at 0:25."""
    posts = (
        post("0:05:00", promise="15m", text="Some cannot send.")
        + post("0:12:00", promise="15m", text="About one message in five fails. Opening the inbox works.")
        + post("0:25:00", "resolved")
    )
    assert [(mark.at, mark.earned) for mark in judge(rule, posts)] == [(20 * 60, 1), (27 * 60, 1)]


def test_a_repeat_that_puts_the_next_one_off_is_what_people_go_by(judge):
    """Nothing new at 0:10, but that the next one comes by 0:25: it came at 0:24."""
    posts = post("0:05:00", promise="15m") + post("0:10:00", promise="15m") + post("0:24:00", "identified")
    first, _ = judge(rule, posts + "0:30:00 resolved\n")
    assert (first.earned, first.summary) == (
        1, "Customers had been promised an update by 0:25:00 and got it at 0:24:00.",
    )  # fmt: skip


def test_a_repeat_that_puts_off_what_never_comes_is_as_bad(judge):
    posts = "".join(post(f"0:{minute:02}:00", promise="5m") for minute in range(5, 15))
    assert sum(mark.earned for mark in judge(rule, posts + "0:59:00 noted")) <= 1


def test_each_audience_has_its_own_promises(judge):
    text = post("0:05:00", promise="20m") + "0:20:00 posted audience=support state=resolved\n0:40:00 noted"
    assert [mark.earned for mark in judge(rule, text)] == [0]


def test_an_empty_update_after_an_empty_one_redeems_no_promise(points):
    posts = post("0:05:00", promise="12m") + post("0:17:00", promise="12m") + post("0:29:00", promise="12m")
    assert points(rule, posts + "0:45:00 resolved\n") == pytest.approx(1 / 3)


def test_what_was_due_before_the_close_and_came_after_it_came_late_and_not_never(judge):
    """Due by 0:25, closed at 0:26, told at 0:27: a promise that is broken by two minutes of twenty."""
    text = post("0:05:00", promise="20m") + "0:26:00 resolved\n" + post("0:27:00", "resolved")
    (mark,) = judge(rule, text + "0:40:00 noted")
    assert mark.earned == pytest.approx(0.8)
    assert mark.summary == (
        "Customers had been promised an update by 0:25:00 and got it at 0:27:00, 2 min late."
    )


def test_the_all_clear_after_the_close_mends_no_promise_that_was_long_broken(judge):
    text = post("0:05:00", promise="20m") + "0:50:00 resolved\n" + post("0:51:00", "resolved")
    (mark,) = judge(rule, text + "1:00:00 noted")
    assert mark.earned == 0
    assert mark.summary.endswith("and got it at 0:51:00, 26 min late.")


SILENCE = post("0:05:00", promise="30m", text="Some cannot send.") + post("0:35:00", promise="30m")


def test_one_silence_with_an_empty_update_in_it_is_charged_once(judge):
    """News was due by 1:05 and came at 1:50; at 1:00 stood nothing new, with a promise of its own by 1:30."""
    text = SILENCE + post("1:00:00", promise="30m") + post("1:50:00", "resolved")
    kept, late = judge(rule, text)
    assert (kept.earned, late.earned) == (1, 0)
    assert late.summary == (
        "Customers had been promised an update by 1:05:00 and got news at 1:50:00, 45 min late; "
        "the update at 1:00:00 had nothing new in it."
    )
    assert late.evidence == (2, 3, 4)


def test_so_it_is_where_the_news_came_after_the_close(judge):
    text = SILENCE + post("1:00:00", promise="30m") + "1:45:00 resolved\n" + post("1:50:00", "resolved")
    assert [mark.earned for mark in judge(rule, text)] == [1, 0]


def test_a_row_of_empty_updates_is_charged_for_each(judge):
    row = post("1:00:00", promise="30m") + post("1:28:00", promise="30m")
    marks = judge(rule, SILENCE + row + post("2:50:00", "resolved"))
    assert [mark.earned for mark in marks] == [1, 0, 0, 0]


def test_who_sent_an_empty_update_is_not_said_to_have_sent_none(judge):
    marks = judge(rule, SILENCE + post("1:00:00", promise="30m") + "1:45:00 noted")
    assert [mark.summary for mark in marks[1:]] == [
        (
            "Customers had been promised an update by 1:05:00, and no news came; "
            "the update at 1:00:00 had nothing new in it."
        ),
        "Customers had been promised an update by 1:30:00, and none came.",
    ]


ASKED = "0:05:00 posted audience={} state=investigating next_in=20m\n"
ANSWER = '{} replied audience={} how="{}" eta=0 text="{}"\n'
WORD = "as soon as the cache is warm, in a quarter of an hour"


@pytest.mark.parametrize(
    ("answer", "earned"),
    [
        (ANSWER.format("0:21:00", "sales", "in words", WORD), 1),
        (ANSWER.format("0:25:00", "sales", "in words", WORD), 1),
        (ANSWER.format("0:20:59", "sales", "in words", WORD), 0),
        (ANSWER.format("0:25:01", "sales", "in words", WORD), 0),
        (ANSWER.format("0:22:00", "sales", "later", "later"), 0),
        (ANSWER.format("0:22:00", "sales", "no eta", ""), 0),
        (ANSWER.format("0:22:00", "sales", "eta", "").replace("eta=0", "eta=10m"), 1),
        (ANSWER.format("0:22:00", "support", "in words", WORD), 0),
        ("", 0),
    ],
)
def test_an_answer_shortly_before_is_word_too(judge, answer, earned):
    (mark,) = judge(rule, ASKED.format("sales") + answer + "0:40:00 noted")
    assert mark.earned == earned
    if earned:
        assert "Sales had been promised an update by 0:25:00 and got an answer at 0:2" in mark.summary


def test_customers_read_no_answer(judge):
    text = ASKED.format('"status page"') + ANSWER.format("0:22:00", '"status page"', "in words", WORD)
    assert [mark.earned for mark in judge(rule, text + "0:40:00 noted")] == [0]
