"""Owned follow-ups: names on the work that is left, and on the review."""

import pytest

from simulator.scoring.rules import owned_follow_ups as rule

BEGAN = """
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=you
"""
OWNED = '0:37:00 followed-up text="find out why app errors rose" owner=raj due=friday\n'
LOOSE = '0:37:30 followed-up text="look into the shards" owner=""\n'
REVIEW = "0:38:00 review-set owner=mei due=thursday\n"
ENDED = "0:39:00 ended why=done"


@pytest.mark.parametrize(
    ("said", "earned"),
    [
        (OWNED + REVIEW, 1), (OWNED, 0.5), (REVIEW, 0.5), ("", 0), (LOOSE + REVIEW, 0.5),
        (OWNED + LOOSE + REVIEW, 0.75), (OWNED + OWNED + OWNED + REVIEW, 1),
    ],
    ids=["all", "no review", "no work", "nothing", "nobody's work", "half of it", "more earns no more"],
)  # fmt: skip
def test_work_and_review_have_names(points, said, earned):
    assert points(rule, BEGAN + said + ENDED) == pytest.approx(earned)


def test_it_is_judged_at_the_end(judge):
    assert judge(rule, BEGAN + "9:00:00 noted text=on") == ()


def test_a_small_matter_needs_no_review(judge):
    (mark,) = judge(rule, BEGAN.replace("P1", "P3") + OWNED + ENDED)
    assert mark.earned == 1


def test_what_nobody_declared_and_customers_felt_owes_all(points):
    felt = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
    alert = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    assert points(rule, felt + alert + ENDED) == 0


def test_a_false_alarm_owes_nothing(judge):
    alert = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
    assert judge(rule, alert + ENDED) == ()


CLUE = '0:10:00 clue-found person=ana place=db-shards clue=1 says="The heap was exhausted."\n'


def follow(text, owner="raj"):
    return f'0:37:00 followed-up text="{text}" owner="{owner}" due=friday\n'


@pytest.mark.parametrize(
    ("text", "earned"),
    [
        ("alarm on Search-Index", 1), ("a test for replica lag", 1), ("sign in twice", 1),
        ("larger HEAPS for all", 1),
        ("count anything half taken from 10:17 to 11:25 UTC", 1),
        ("do better", 0.5), ("find out why, and keep it from coming back", 0.5), ("it", 0.5),
    ],
)  # fmt: skip
def test_a_follow_up_is_about_something_of_this_company_or_incident(judge, text, earned):
    work, _ = judge(rule, BEGAN + CLUE + follow(text) + REVIEW + ENDED)
    assert work.earned == earned
    if earned < 1:
        assert work.summary == f"Every follow-up has an owner; '{text}' names nothing of this incident."


def test_a_list_of_good_intentions_is_padding(judge):
    padding = "".join(follow(f"improve {what}") for what in ("quality", "culture", "process"))
    work, _ = judge(rule, BEGAN + OWNED + padding + REVIEW + ENDED)
    assert work.earned == pytest.approx(2.5 / 4)


def test_the_same_words_count_once(judge):
    again = follow("Find out  why app errors ROSE")
    work, _ = judge(rule, BEGAN + OWNED + again + LOOSE + REVIEW + ENDED)
    assert work.earned == 0.5


@pytest.mark.parametrize(
    ("due", "earned", "said"),
    [
        ("thursday", 1, " by thursday."),
        ("end of month", 1, " by end of month."),
        ("", 0.5, ", and no day was named."),
        ("never", 0.5, ", and no day was named."),
        ("1y", 0.5, " by 1y, which is too late: by then nobody remembers."),
    ],
)
def test_a_review_has_a_day(judge, due, earned, said):
    _, review = judge(rule, BEGAN + OWNED + f'0:38:00 review-set owner=mei due="{due}"\n' + ENDED)
    assert review.earned == earned
    assert review.summary == f"Mei was named to write the review{said}"


FELT = "0:00:00 impact-changed failing=9000 arriving=9000 seen=truth\n"
WORK = "3:30:00 task-given task=t1 what=investigate subject=app owner=raj\n"
UP = '4:00:00 ended why="time is up"'


@pytest.mark.parametrize(
    ("more", "judged"),
    [
        (WORK, False), ("", True), (WORK.replace("3:30", "2:59"), True),
        (WORK + "3:40:00 resolved\n", True),
        (WORK + "3:50:00 impact-changed failing=0 arriving=0 seen=truth\n", False),
        (WORK + "3:20:00 impact-changed failing=0 arriving=0 seen=truth\n", True),
    ],
    ids=["at it", "idle", "idle for an hour", "closed", "it has to hold", "it had held for long"],
)  # fmt: skip
def test_who_is_still_at_it_when_time_is_up_hands_out_nothing_for_afterwards(judge, more, judged):
    lines = sorted((FELT + BEGAN.strip() + "\n" + more + UP).splitlines())
    assert bool(judge(rule, "\n".join(lines))) is judged


def test_who_ends_it_is_asked_whatever_still_fails(points):
    assert points(rule, FELT + BEGAN + WORK + '4:00:00 ended why="ended by the commander"') == 0


@pytest.mark.parametrize("text", ["write the review", "hold an incident review", "draft our post-mortem"])
def test_the_review_may_be_given_out_as_a_follow_up(judge, text):
    given = f'0:38:00 followed-up text="{text}" owner=mei due=thursday\n'
    work, review = judge(rule, BEGAN + OWNED + given + ENDED)
    assert (work.earned, work.summary) == (1, "Every follow-up has an owner.")
    assert (review.earned, review.summary) == (1, "Mei was named to write the review by thursday.")


def test_to_review_something_is_work_like_any_other(judge):
    given = '0:38:00 followed-up text="review the app alerts" owner=mei due=thursday\n'
    assert [mark.earned for mark in judge(rule, BEGAN + given + ENDED)] == [1, 0]
