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
    ("because", "earned"),
    [
        (WHY, 1),
        ("it may help", 1),
        ("shard 3 hangs", 1),
        ("may help", 0),
        ("", 0),
        ("   ", 0),
        ("blah blah blah 754", 0),
        ("help help help", 0),
        ("1 2 3 help", 0),
    ],
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


def test_another_number_in_them_makes_no_other_words(judge):
    second = order("turn off inbox counts", "0:20:00", "c2", "worth a try, number 2")
    assert [mark.earned for mark in judge(rule, order(because="worth a try, number 1") + second)] == [1, 0]


def test_the_same_change_again_needs_no_new_words(judge):
    part = order("roll back app", because=WHY, form="staged=yes")
    marks = judge(rule, part + order("roll back app", "0:20:00", "c2"))
    assert [mark.earned for mark in marks] == [1]


def test_what_was_never_explained_stays_unexplained(judge):
    assert [m.earned for m in judge(rule, order() + order(at="0:20:00", made="c2"))] == [0, 0]


def test_an_order_that_nobody_took_up_is_not_judged(judge):
    assert judge(rule, '0:10:00 change-ordered id=c1 change="clear cache" owner=bo') == ()


def spoke(text, at="0:09:47", seat="technical-lead"):
    return f'{at} spoke seat={seat} text="{text}"\n'


ALOUD = "I order the new inbox off now: nobody can read until it is. Shout if not."


@pytest.mark.parametrize("line", ["noted", "sitrep-given"])
def test_a_reason_may_be_put_down_or_reported(judge, points, line):
    (mark,) = judge(rule, f'0:09:47 {line} text="{ALOUD}"\n' + order())
    assert (mark.earned, mark.evidence) == (1, (1, 2))
    other = "We order the old inbox back on, because nobody can read."
    assert points(rule, f'0:09:47 {line} text="{other}"\n' + order("roll back app")) == 0


def test_a_reason_may_be_said_in_talk(judge):
    (mark,) = judge(rule, spoke(ALOUD) + order())
    assert (mark.earned, mark.evidence) == (1, (1, 2))
    assert mark.summary.endswith(
        "and why was said: I order the new inbox off now: nobody can read until it is."
    )


@pytest.mark.parametrize(
    ("text", "at", "earned"),
    [
        ("c1 now, because the inbox was rewritten last week", "0:09:00", 1),
        ("c1 now, because the inbox was rewritten last week", "0:10:40", 1),
        ("c1 now, because the inbox was rewritten last week", "0:12:00", 0),
        ("c1 now please", "0:09:00", 0),
        ("now, because somebody has to do something", "0:09:00", 0),
        ("shall we turn off the new inbox because of last week?", "0:09:00", 0),
        ("I go on with stop the migration because shard 3 is full of it", "0:09:00", 0),
    ],
)
def test_talk_is_a_reason_where_it_names_the_change_and_says_because(points, text, at, earned):
    said = spoke(text, at)
    assert points(rule, said + order() if at < "0:10" else order() + said) == earned


def test_talk_names_the_change_whose_words_it_uses_most(points):
    """The app is where both are made: `roll back` is what tells them apart."""
    said = spoke("we roll back the app so that shard 3 gets air")
    assert points(rule, said + order("roll back app")) == 1
    assert points(rule, said + order("restart app")) == 0


def test_of_several_decisions_the_one_about_the_change_is_quoted(judge):
    about_it = "turn off the new inbox because it was rewritten last week"
    decided = '0:03:00 decided text="nothing is told to anybody until ten"\n'
    text = decided + f'0:05:00 decided text="{about_it}"\n' + order()
    (mark,) = judge(rule, text)
    assert mark.summary.endswith(f"and why was said: {about_it}.")
    assert mark.evidence == (2, 3)


def test_a_reason_of_too_few_words_is_told_as_one(judge):
    (mark,) = judge(rule, order(because="they crash"))
    assert mark.earned == 0
    assert mark.summary == (
        "'turn off new inbox' was ordered at 0:10:00, and why was said in too few words: they crash."
    )
