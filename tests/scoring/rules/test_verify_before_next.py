"""Verify before next: conclusive, in time, and before anything else is changed."""

import pytest

from simulator.scoring.rules import verify_before_next as rule

MADE = """
0:05:00 change-ordered id=c1 change="stop the migration" owner=ana
0:05:00 change-started id=c1 change="stop the migration" owner=ana
0:09:00 change-done id=c1 change="stop the migration" owner=ana
"""
NEXT = """
{at} change-ordered id=c2 change="fail over a shard" owner=ana
{at} change-started id=c2 change="fail over a shard" owner=ana
"""


def verified(at, result="same", more=""):
    return (
        f'{at} verified id=c1 change="stop the migration" signal="shard write time" result={result} {more}\n'
    )


@pytest.mark.parametrize("result", ["recovered", "better", "same", "worse"])
def test_a_watch_that_tells_something_earns_all(points, result):
    assert points(rule, MADE + verified("0:13:00", result)) == 1


def test_a_watch_that_tells_nothing_earns_nothing(points, judge):
    text = MADE + verified("0:13:00", "unclear") + "1:00:00 resolved"
    assert points(rule, text) == 0
    assert "never became clear" in judge(rule, text)[0].summary


def test_a_change_nobody_looked_at_earns_nothing(points, judge):
    text = MADE + "0:40:00 noted"
    assert points(rule, text) == 0
    assert judge(rule, text)[0].summary == "'stop the migration' was made at 0:09:00 and never verified."


def test_there_has_to_be_time_to_look(points):
    """Done at 9, twice the lag of 3 and 5 to decide: an answer is owed by 20."""
    assert points(rule, MADE + "0:19:00 noted") is None
    assert points(rule, MADE + "0:20:00 noted") == 0


def test_closing_the_incident_does_not_excuse_from_looking(points):
    assert points(rule, MADE + "0:12:00 resolved\n0:14:00 noted") == 0


def test_no_effect_seen_before_the_signal_could_show_one_is_premature(points, judge):
    text = MADE + verified("0:10:00", "same", "early=yes") + "0:40:00 noted"
    assert points(rule, text) == 0
    assert "less time than the signal is behind" in judge(rule, text)[0].summary


def test_half_a_minute_too_early_is_tolerated(points):
    assert points(rule, MADE + verified("0:11:40", "same", "early=yes")) == 1


def test_an_effect_seen_early_is_an_effect(points):
    assert points(rule, MADE + verified("0:10:00", "recovered", "early=yes")) == 1


@pytest.mark.parametrize(
    ("at", "earned"), [("0:20:00", 1), ("0:25:30", 0.75), ("0:31:00", 0.5), ("1:00:00", 0.5)]
)
def test_a_late_answer_loses_up_to_half(points, at, earned):
    assert points(rule, MADE + verified(at)) == pytest.approx(earned)


def test_an_answer_after_the_next_change_had_begun_loses_half(judge):
    text = MADE + NEXT.format(at="0:10:00") + verified("0:13:00")
    mark = judge(rule, text)[0]
    assert mark.earned == 0.5
    assert mark.summary == (
        "'stop the migration' was verified (no difference) at 0:13:00, after 'fail over a shard' "
        "had already been begun at 0:10:00."
    )


def test_a_change_elsewhere_may_begin_before_the_answer(points):
    mail = NEXT.format(at="0:10:00").replace("fail over a shard", "use the spare mail route")
    assert points(rule, MADE + mail + verified("0:13:00")) == 1


def test_a_change_that_failed_needs_no_look(points):
    failed = MADE.replace("change-done", "change-failed") + "0:40:00 noted"
    assert points(rule, failed) is None


def test_undoing_unseen_earns_half(points):
    text = MADE + '0:10:00 revert-started id=c1 change="stop the migration"\n'
    assert points(rule, text + '0:15:00 change-reverted id=c1 change="stop the migration"') == 0.5


def test_a_later_look_makes_up_for_a_premature_one(points):
    text = MADE + verified("0:10:00", "same", "early=yes") + verified("0:14:00", "better")
    assert points(rule, text) == 1


@pytest.mark.parametrize(("began", "earned"), [("0:09:30", 1), ("0:17:00", 1), ("0:22:30", 0.75)])
def test_how_long_one_watches_is_ones_own_choice_once_it_has_begun_in_time(points, began, earned):
    """What comes and goes is watched for a quarter of an hour; the clock runs to when that begins."""
    begun = f'{began} verify-started id=c1 change="stop the migration" signal="shard write time" window=15m\n'
    told = '0:40:00 verified id=c1 change="stop the migration" signal="shard write time" window=15m'
    assert points(rule, MADE + begun + f"{told} result=better") == pytest.approx(earned)


def test_a_late_watch_says_for_how_long_nobody_watched(judge):
    (mark,) = judge(rule, MADE + verified("0:31:00"))
    assert mark.summary.endswith("at 0:31:00; nobody watched for 19 min after it was made.")


ELSEWHERE = '0:13:00 verified id=c1 change="stop the migration" signal="search errors" result=same\n'


def test_a_watch_of_what_cannot_show_the_change_tells_of_something_else(points, judge):
    text = MADE + ELSEWHERE + "0:40:00 noted"
    assert points(rule, text) == 0
    assert judge(rule, text)[0].summary == (
        "'stop the migration' was only watched on 'search errors', which cannot show what it did."
    )


def test_a_watch_of_the_right_signal_makes_up_for_one_of_the_wrong(points):
    assert points(rule, MADE + ELSEWHERE + verified("0:16:00")) == 1


def test_one_wrong_signal_among_unclear_watches_does_not_say_that_it_was_all(judge):
    text = MADE + ELSEWHERE + verified("0:16:00", "unclear") + "1:00:00 resolved"
    assert "never became clear" in judge(rule, text)[0].summary


def test_a_signal_that_the_company_does_not_describe_is_taken_to_show_it(points):
    strange = ELSEWHERE.replace("search errors", "a wall of screens")
    assert points(rule, MADE + strange) == 1


UNDONE = """
{at}:00 change-ordered id={id} change="{change}" owner=ana
{at}:00 change-started id={id} change="{change}" owner=ana
{at}:30 change-done id={id} change="{change}" owner=ana
{at}:40 revert-started id={id} change="{change}" owner=ana
{at}:50 change-reverted id={id} change="{change}" owner=ana
"""


@pytest.mark.parametrize(
    ("second", "earned"), [("stop the migration", [0.5, 0]), ("turn off new inbox", [0.5, 0.5])]
)
def test_undone_unseen_is_forgiven_by_half_once_for_each_change(judge, second, earned):
    first = UNDONE.format(at="0:05", id="c1", change="stop the migration")
    marks = judge(rule, first + UNDONE.format(at="0:15", id="c2", change=second) + "0:40:00 noted")
    assert [mark.earned for mark in marks] == earned
    assert marks[1].summary.endswith("as it had been before.") is (earned[1] == 0)


def test_what_was_seen_and_then_undone_may_be_tried_and_undone_again(judge):
    seen = MADE + verified("0:13:00") + '0:14:00 change-reverted id=c1 change="stop the migration"'
    marks = judge(
        rule, seen + UNDONE.format(at="0:20", id="c2", change="stop the migration") + "0:40:00 noted"
    )
    assert [mark.earned for mark in marks] == [1, 0.5]


WORN = '{at} change-wore-off id=c1 change="stop the migration" owner=ana says="It is back."\n'


def test_being_told_unasked_that_it_helps_no_more_is_no_watch_but_is_said(points, judge):
    text = MADE + WORN.format(at="0:30:00") + "0:40:00 noted"
    assert points(rule, text) == 0
    assert judge(rule, text)[0].summary == (
        "'stop the migration' was made at 0:09:00 and never verified; "
        "that it helps no more was told unasked at 0:30:00."
    )


def test_what_had_worn_off_before_it_had_to_be_watched_needs_no_watch(points):
    """Made at 9, to be watched from 17 on at the latest."""
    gone = MADE + WORN.format(at="0:16:00")
    assert points(rule, gone + "0:40:00 noted") is None
    overtaken = MADE + NEXT.format(at="0:12:00") + WORN.format(at="0:16:00")
    assert points(rule, overtaken + "0:40:00 noted") == 0
