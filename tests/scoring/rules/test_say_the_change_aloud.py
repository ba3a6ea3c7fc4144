"""Say the change aloud: a reason of its own, before the change."""

import pytest

from simulator.scoring.rules import say_the_change_aloud as rule


def order(change="turn off new inbox", at="0:10:00", made="c1", because="", form=""):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=bo {form} because="{because}"
        {at} change-started id={made} change="{change}" owner=bo
    """


WHY = "the inbox was rewritten last week"


@pytest.mark.parametrize(
    ("because", "earned"), [(WHY, 1), ("it may help", 1), ("may help", 0), ("", 0), ("   ", 0)]
)
def test_a_reason_is_three_words_at_least(points, because, earned):
    assert points(rule, order(because=because)) == earned


def test_the_mark_quotes_the_reason(judge):
    (mark,) = judge(rule, order(because=WHY + "."))
    assert mark.summary == f"'turn off new inbox' was ordered at 0:10:00, and why was said: {WHY}."
    assert mark.evidence == (1,)


def test_an_order_without_a_reason_says_so(judge):
    (mark,) = judge(rule, order())
    assert mark.summary == "'turn off new inbox' was ordered at 0:10:00, and nobody said why."


@pytest.mark.parametrize(("at", "earned"), [("0:00:00", 1), ("0:05:00", 1), ("0:11:00", 0)])
def test_a_decision_in_the_ten_minutes_before_is_a_reason(judge, at, earned):
    decided = f'{at} decided text="{WHY}"\n'
    text = decided + order() if earned else order() + decided
    (mark,) = judge(rule, text)
    assert mark.earned == earned


def test_an_old_decision_is_none(points):
    assert points(rule, f'0:00:00 decided text="{WHY}"\n' + order(at="0:10:01")) == 0


def test_the_same_words_for_another_change_are_no_reason(judge):
    second = order("turn off inbox counts", "0:20:00", "c2", "The inbox  was rewritten LAST week")
    first, other = judge(rule, order(because=WHY) + second)
    assert (first.earned, other.earned) == (1, 0)
    assert other.summary.endswith("in words that had been used for another change.")


def test_the_same_change_again_needs_no_new_words(judge):
    part = order("roll back app", because=WHY, form="staged=yes")
    marks = judge(rule, part + order("roll back app", "0:20:00", "c2"))
    assert [mark.earned for mark in marks] == [1]


def test_what_was_never_explained_stays_unexplained(judge):
    assert [m.earned for m in judge(rule, order() + order(at="0:20:00", made="c2"))] == [0, 0]


def test_an_order_that_nobody_took_up_is_not_judged(judge):
    assert judge(rule, '0:10:00 change-ordered id=c1 change="clear cache" owner=bo') == ()
