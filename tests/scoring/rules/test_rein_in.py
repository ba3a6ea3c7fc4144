"""Rein in: one plain word to who breaks ranks, and to nobody else."""

import pytest

from simulator.domain.value import replace
from simulator.scoring.rules import rein_in as rule

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
ALONE = '0:20:00 acted-alone person=bo id=c1 change="restart app" says=done\n'
ON = "1:30:00 noted text=on\n"


@pytest.fixture(scope="module")
def fighting(write_stall, parley):
    """The same company, where Petra fights every room."""
    petra = replace(parley.people["petra"], temper="belligerent")
    return replace(write_stall, organisation=replace(parley, people={**parley.people, "petra": petra}))


@pytest.mark.parametrize(
    ("at", "earned"), [("0:20:30", 1), ("0:25:00", 1), ("0:30:00", 0.5), ("0:35:00", 0), ("1:00:00", 0)]
)
def test_a_warning_within_five_minutes_earns_all(judge, at, earned):
    (mark,) = judge(rule, DECLARED + ALONE + f"{at} warned person=bo\n" + ON)
    assert mark.earned == pytest.approx(earned)
    assert (mark.evidence, mark.at) == ((2, 3), 1200)


def test_the_sentence_says_what_and_how_soon(judge):
    answered = judge(rule, DECLARED + ALONE + "0:22:00 warned person=bo\n")
    assert answered[0].summary == "Bo made 'restart app' unasked (0:20:00) and was answered after 2 min."
    ignored = judge(rule, DECLARED + ALONE + ON)
    assert ignored[0].summary == "Bo made 'restart app' unasked (0:20:00), and nobody said a word."
    assert (ignored[0].earned, ignored[0].evidence) == (0, (2,))


@pytest.mark.parametrize(
    ("line", "answered"),
    [
        ("0:21:00 left person=bo\n", True),
        ("0:21:00 frozen\n", True),
        ('0:21:00 task-given task=t1 what=revert subject="restart app" owner=bo within=0\n', True),
        ('0:21:00 task-given task=t1 what=revert subject="clear cache" owner=bo within=0\n', False),
        ("0:21:00 warned person=ana\n", False),
        ("0:21:00 left person=ana\n", False),
        ("0:21:00 task-given task=t1 what=verify subject=x owner=bo within=0\n", False),
    ],
)
def test_letting_them_go_or_a_freeze_answers_it_too(judge, line, answered):
    marks = [mark for mark in judge(rule, DECLARED + ALONE + line + ON) if mark.at == 1200]
    assert [mark.earned for mark in marks] == [answered]


def test_what_came_before_is_no_answer(points):
    assert points(rule, DECLARED + "0:10:00 frozen\n" + ALONE + ON) == 0


def test_one_answer_is_for_all_that_went_before(judge):
    twice = ALONE + ALONE.replace("0:20", "0:22").replace("c1", "c2")
    marks = judge(rule, DECLARED + twice + "0:24:00 warned person=bo\n" + ON)
    assert [mark.evidence for mark in marks] == [(2, 4)]
    marks = judge(rule, DECLARED + twice + ON)
    assert [mark.evidence for mark in marks] == [(2,)]


def test_who_does_it_again_has_to_hear_it_again(judge):
    again = ALONE.replace("0:20", "0:40").replace("c1", "c2")
    marks = judge(rule, DECLARED + ALONE + "0:21:00 warned person=bo\n" + again + ON)
    assert [mark.earned for mark in marks] == [1, 0]


def test_an_incident_that_is_over_owes_none(judge):
    assert judge(rule, DECLARED + ALONE + "0:24:00 resolved\n" + ON) == ()
    late = "0:24:00 resolved\n0:40:00 warned person=bo\n"
    assert judge(rule, DECLARED + ALONE + late + ON) == ()
    assert [mark.earned for mark in judge(rule, DECLARED + ALONE + "0:25:00 resolved\n" + ON)] == [0]


def test_a_warning_for_nothing_earns_nothing(judge):
    (mark,) = judge(rule, DECLARED + "0:10:00 warned person=bo\n" + ON)
    assert (mark.earned, mark.evidence, mark.at) == (0, (2,), 600)
    assert mark.summary == "Bo was warned at 0:10:00 for nothing that was known."
    early = judge(rule, DECLARED + "0:10:00 warned person=bo\n" + ALONE + "0:21:00 warned person=bo\n")
    assert [mark.earned for mark in early] == [1, 0]


def says(who="petra", more=""):
    return f'0:20:00 said who={who} says="This is nonsense." {more}\n'


def test_who_fights_the_room_is_warned(judge, fighting):
    (mark,) = judge(rule, DECLARED + says() + "0:21:00 warned person=petra\n", scenario=fighting)
    assert (mark.earned, mark.evidence) == (1, (2, 3))
    assert mark.summary == "Petra fought the room (0:20:00) and was answered after 60 s."
    (mark,) = judge(rule, DECLARED + says() + ON, scenario=fighting)
    assert mark.earned == 0


def test_a_freeze_is_no_answer_to_a_fight(points, fighting):
    assert points(rule, DECLARED + says() + "0:21:00 frozen\n" + ON, scenario=fighting) == 0


@pytest.mark.parametrize(
    "line", [says("bo"), says("support"), says(more="#=1"), says(more="source=x.yaml:1:1")]
)
def test_what_others_say_or_an_answer_is_no_fight(judge, fighting, line):
    assert judge(rule, DECLARED + line + ON, scenario=fighting) == ()


@pytest.mark.parametrize(("at", "earned"), [("0:24:00", [1]), ("0:25:00", [1]), ("0:25:01", [0])])
def test_a_word_in_time_counts_also_when_it_was_over_meanwhile(judge, at, earned):
    text = DECLARED + ALONE + f"0:22:00 resolved\n{at} warned person=bo\n"
    assert [mark.earned for mark in judge(rule, text)] == (earned if earned == [1] else [])


def test_every_mark_weighs_the_same(judge):
    text = ALONE + "0:21:00 warned person=bo\n0:22:00 warned person=ana\n" + ALONE.replace("0:20", "0:30")
    marks = judge(rule, DECLARED + text + ON)
    assert [(mark.earned, mark.weight) for mark in marks] == [(1, 1), (0, 1), (0, 1)]


@pytest.mark.parametrize(("at", "marks"), [("0:15:00", 0), ("0:20:00", 0), ("0:20:01", 1)])
def test_what_was_done_when_nobody_led_any_more_is_left_to_that_fault(judge, at, marks):
    lines = sorted([DECLARED.strip(), ALONE.strip(), f"{at} command-left person=commander"])
    assert len(judge(rule, "\n".join([*lines, ON]))) == marks
