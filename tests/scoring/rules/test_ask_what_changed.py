"""Ask what changed: at the latest before a second thing is tried."""

import pytest

from simulator.scoring.rules import ask_what_changed as rule


def order(change, at, made, form=""):
    return f"""
        {at} change-ordered id={made} change="{change}" owner=bo {form}
        {at} change-started id={made} change="{change}" owner=bo
    """


FIRST, SECOND = order("clear cache", "0:10:00", "c1"), order("turn off new inbox", "0:20:00", "c2")
QUESTIONS = {
    "put to somebody": '{at} task-given task=t1 what=answer subject="what changed" owner=bo\n',
    "answered by the call": '{at} answered person=bo topic="what changed" says="A release."\n',
    "a look": '{at} task-given task=t1 what=investigate subject="what changed lately" owner=bo\n',
    "seen in the list": '{at} clue-found person=bo place="What changed today" clue=1 says="A release."\n',
}
EACH = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


@EACH
@pytest.mark.parametrize("at", ["0:05:00", "0:15:00"])
def test_before_the_second_change_is_in_time(judge, question, at):
    parts = [question.format(at=at), FIRST] if at < "0:10:00" else [FIRST, question.format(at=at)]
    (mark,) = judge(rule, "".join(parts) + SECOND)
    assert mark.earned == 1
    assert mark.summary == (
        f"What had changed was asked at {at}; 'turn off new inbox', the second thing tried, "
        "was ordered at 0:20:00."
    )


@EACH
def test_after_it_earns_half(points, question):
    assert points(rule, FIRST + SECOND + question.format(at="0:30:00")) == 0.5


def test_never_earns_nothing(judge):
    (mark,) = judge(rule, FIRST + SECOND)
    assert mark.earned == 0
    assert mark.summary.endswith("and nobody ever asked what had changed.")


OTHERS = (
    "0:05:00 task-given task=t1 what=answer subject=options owner=bo\n",
    "0:05:00 task-given task=t1 what=investigate subject=app owner=bo\n",
    '0:05:00 task-given task=t1 what=check subject="what changed" owner=bo\n',
)


@pytest.mark.parametrize("other", OTHERS)
def test_another_question_is_another(points, other):
    assert points(rule, other + FIRST + SECOND) == 0


def test_where_one_thing_was_tried_asking_earns_and_not_asking_is_no_fault(points):
    asked = QUESTIONS["put to somebody"].format(at="0:05:00")
    assert points(rule, asked + FIRST) == 1
    assert points(rule, asked) == 1
    assert points(rule, FIRST) is None


def test_the_same_change_again_is_no_second_thing(points):
    part = order("restart app", "0:10:00", "c1", "staged=yes")
    assert points(rule, part + order("restart app", "0:20:00", "c2")) is None


@pytest.mark.parametrize(
    ("change", "owed"), [("put yesterday's edge rules back", False), ("restart the edge", True)]
)
def test_to_put_right_what_the_first_change_harmed_is_no_second_try(points, outage, change, owed):
    done = '0:14:00 change-done id=c1 change="turn off all edge rules" owner=bo\n'
    text = order("turn off all edge rules", "0:10:00", "c1") + done + order(change, "0:30:00", "c2")
    assert points(rule, text, scenario=outage("everywhere-at-once")) == (0 if owed else None)
