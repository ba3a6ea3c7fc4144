"""No repeats: what did not help is not tried again on hope."""

import pytest

from simulator.scoring.rules import no_repeats as rule

DISPROVED = """
0:05:00 change-ordered id=c1 change="restart app" owner=bo
0:05:00 change-started id=c1 change="restart app" owner=bo
0:17:00 change-done id=c1 change="restart app" owner=bo
0:20:00 verified id=c1 change="restart app" signal="app errors" result={result}
"""


def again(change="restart app", at="0:25:00", more="", number=2):
    return f'{at} change-ordered id=c{number} change="{change}" owner=bo{more}\n'


@pytest.mark.parametrize("result", ["same", "worse"])
def test_the_same_again_without_news_earns_nothing(points, judge, result):
    text = DISPROVED.format(result=result) + again()
    assert points(rule, text) == 0
    assert judge(rule, text)[0].evidence == (4, 5)


@pytest.mark.parametrize("result", ["better", "recovered", "unclear"])
def test_what_helped_or_was_not_told_may_be_made_again(points, result):
    assert points(rule, DISPROVED.format(result=result) + again()) is None


def test_something_else_next_earns_all(points):
    assert points(rule, DISPROVED.format(result="same") + again("fail over a shard")) == 1


@pytest.mark.parametrize(
    ("news", "earned"),
    [
        ('0:22:00 clue-found person=ana place=db-main clue=1 says="It was slow."', 1),
        ('0:22:00 clue-found person=ana place=db-main clue=0 says="Nothing yet."', 0),
        ('0:22:00 said who=bo says="Let us try once more."', 0),
    ],
    ids=["a clue", "nothing conclusive", "hope"],
)
def test_only_news_justifies_trying_again(points, news, earned):
    assert points(rule, DISPROVED.format(result="same") + news + "\n" + again()) == earned


def test_another_change_that_had_an_effect_is_news(points):
    other = """
        0:21:00 change-ordered id=c2 change="fail over a shard" owner=ana
        0:21:00 change-started id=c2 change="fail over a shard" owner=ana
        0:23:00 verified id=c2 change="fail over a shard" signal="shard write time" result=better
    """
    assert points(rule, DISPROVED.format(result="same") + other + again(number=3)) == 1


def test_the_small_form_and_the_whole_are_two_tries(points):
    staged = DISPROVED.format(result="same").replace("owner=bo\n", "owner=bo staged=yes\n", 1)
    assert points(rule, staged + again()) == 1


def test_a_change_that_failed_was_never_tried(points):
    failed = """
        0:05:00 change-ordered id=c1 change="restart app" owner=bo
        0:05:00 change-started id=c1 change="restart app" owner=bo
        0:17:00 change-failed id=c1 change="restart app" owner=bo
    """
    assert points(rule, failed + again()) is None


def test_each_further_repeat_weighs_more(judge):
    (mark,) = judge(rule, DISPROVED.format(result="same") + again() + again(at="0:45:00", number=3))
    assert (mark.earned, mark.weight) == (0, 6)


def test_with_nothing_ordered_after_it_there_is_nothing_to_judge(points):
    assert points(rule, DISPROVED.format(result="same") + "1:00:00 noted") is None
