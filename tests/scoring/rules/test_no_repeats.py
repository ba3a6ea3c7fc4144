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


def small(result, change="restart app"):
    staged = DISPROVED.format(result=result).replace("owner=bo\n", "owner=bo staged=yes\n", 1)
    return staged.replace("restart app", change)


@pytest.mark.parametrize("result", ["same", "worse"])
def test_the_whole_of_what_made_no_difference_on_a_part_is_a_repeat(points, judge, result):
    text = small(result) + again()
    assert points(rule, text) == 0
    assert judge(rule, text)[0].summary == (
        "'restart app' was ordered again at 0:25:00, though it had been seen not to help at 0:20:00 "
        "and nothing had been learnt since."
    )
    assert points(rule, small("better") + again()) is None


def test_so_is_a_part_of_what_made_no_difference_as_a_whole(points):
    assert points(rule, DISPROVED.format(result="same") + again(more=" staged=yes")) == 0


def test_a_quarter_of_a_throttle_may_be_too_little_to_be_seen(points):
    """So the whole is another try; left alone it was not, either. What made it worse is no better whole."""
    whole, tried = again("throttle traffic"), small("same", "throttle traffic")
    assert points(rule, tried + whole) is None
    other = again("fail over a shard", number=3)
    assert points(rule, tried + other + whole.replace("0:25", "0:28")) == 1
    assert points(rule, small("worse", "throttle traffic") + whole) == 0
    full = tried.replace(" staged=yes", "")
    assert points(rule, full + whole) == 0


def test_what_is_tried_again_on_news_is_told_as_that(judge):
    news = '0:22:00 clue-found person=ana place=db-main clue=1 says="It was slow."\n'
    (mark,) = judge(rule, DISPROVED.format(result="same") + news + again())
    assert mark.summary == (
        "'restart app' was seen not to help at 0:20:00; "
        "the next order, at 0:25:00, was 'restart app', after something had been learnt."
    )


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
