"""Span of control: a crowd is split, or it costs."""

import pytest

from simulator.scoring.rules import span_of_control as rule

START = "0:00:00 declared severity=P0 commander=you\n"
PEOPLE = ("ana", "bo", "raj", "mei", "lee", "omar", "sean", "petra", "ida", "kofi")


def join(number, at="0:01:00"):
    return "".join(f"{at} joined person={person}\n" for person in PEOPLE[:number])


def at_work(number, at="0:10:00", because=""):
    return "".join(
        f"{at} task-given task=t{n} what=investigate subject=app owner={person} within=600 {because}\n"
        f"{at} task-started task=t{n} what=investigate subject=app owner={person}\n"
        for n, person in enumerate(PEOPLE[:number])
    )


def done(number, at):
    return "".join(
        f"{at} task-ended task=t{n} what=investigate subject=app owner={person}\n"
        for n, person in enumerate(PEOPLE[:number])
    )


def on(at="1:00:00"):
    return f"{at} noted text=on\n"


@pytest.mark.parametrize("number", [0, 3, 5])
def test_five_are_no_test(judge, number):
    assert judge(rule, START + join(number) + at_work(number) + on()) == ()


@pytest.mark.parametrize("number", [6, 7])
def test_six_or_seven_at_work_are_well_led(judge, number):
    (mark,) = judge(rule, START + join(number) + at_work(number) + on())
    assert (mark.earned, mark.evidence) == (1, (1 + number,))
    told = f"Of the {number} people on the call no more reported to the commander than one can lead."
    assert mark.summary == told


@pytest.mark.parametrize(
    ("until", "earned"), [("0:12", 1), ("0:15", 1), ("0:20", 0.5), ("0:25", 0), ("0:50", 0)]
)
def test_eight_at_work_are_too_many_after_five_minutes(judge, until, earned):
    (mark,) = judge(rule, START + join(8) + at_work(8) + done(8, f"{until}:00") + on())
    assert mark.earned == pytest.approx(earned)


def test_the_sentence_says_how_many_and_for_how_long(judge):
    (mark,) = judge(rule, START + join(8) + at_work(8) + done(8, "0:20:00") + on())
    told = "As many as 8 people reported straight to the commander for 10 min from 0:10:00 on"
    assert mark.summary == f"{told}; that is more than one can lead."
    assert (mark.evidence, mark.at) == ((25,), 600)


def test_so_are_nine_in_one_room(judge):
    assert judge(rule, START + join(8) + on())[0].earned == 1
    (mark,) = judge(rule, START + join(9) + on("0:11:00"))
    assert (mark.earned, mark.evidence, mark.at) == (0.5, (10,), 60)
    assert "As many as 9 people stood in one room" in mark.summary
    assert judge(rule, START + join(10) + on())[0].summary.startswith("As many as 10 people")


def test_until_some_have_left(judge):
    left = "0:04:00 left person=ana\n"
    (mark,) = judge(rule, START + join(9) + left + on())
    assert mark.earned == 1


def stream(leader="ana", name="cache", at="0:02:00"):
    return f"{at} workstream-opened name={name} leader={leader} scope=x within=1200\n"


def test_a_workstream_takes_its_leaders_team_off_the_commander(judge):
    (mark,) = judge(rule, START + join(8) + stream() + at_work(8) + on())
    assert mark.earned == 1


def test_an_empty_one_leads_nobody(judge):
    lonely = stream("carol").replace("cache", "alibi")
    (mark,) = judge(rule, START + join(8) + lonely + at_work(8) + on("0:20:00"))
    assert (mark.earned, mark.at) == (0.5, 600)
    (mark,) = judge(rule, START + join(9) + lonely + on("0:11:00"))
    assert (mark.earned, mark.at) == (0.5, 60)


@pytest.mark.parametrize(("number", "earned"), [(9, 1), (10, 0.5)])
def test_whom_no_workstream_leads_stands_in_the_room_with_its_leader(judge, number, earned):
    """Bo's stream has work, and takes Mei and Dario of his team off the room, and nobody else."""
    dario = "0:01:00 joined person=dario\n"
    busy = "0:02:00 task-started task=t1 what=investigate subject=app owner=mei\n"
    (mark,) = judge(rule, START + join(number) + dario + stream("bo") + busy + on("0:11:00"))
    assert mark.earned == earned


def test_whoever_is_given_work_in_it_belongs_to_it(judge):
    words = '0:10:00 commanded seat=commander text="{}" takes=20\n'
    inside = words.format("investigate app in workstream Alibi")
    beside = words.format("investigate app by bo")
    for said, earned in ((inside, 1), (beside, 0)):
        text = START + join(8) + stream("carol").replace("cache", "alibi") + said
        assert judge(rule, text + at_work(8, because="#=11") + on())[0].earned == earned


def test_once_closed_its_people_are_the_commanders_again(judge):
    closed = "0:09:00 workstream-closed name=cache\n"
    (mark,) = judge(rule, START + join(8) + stream() + closed + at_work(8) + on("0:20:00"))
    assert mark.earned == 0.5


def test_who_has_left_reports_to_nobody(judge):
    left = "0:11:00 left person=ana\n"
    (mark,) = judge(rule, START + join(8) + at_work(8) + left + on())
    assert mark.earned == 1


def test_nobody_leads_before_the_declaration_or_after_it_is_mitigated(judge):
    assert judge(rule, join(9) + on()) == ()
    mitigated = "0:03:00 called-mitigated\n"
    (mark,) = judge(rule, START + join(9) + mitigated + on())
    assert mark.earned == 1
    (mark,) = judge(rule, START + join(9) + mitigated.replace("0:03", "0:11") + on())
    assert mark.earned == 0.5
    (mark,) = judge(rule, START + join(9) + "0:11:00 resolved\n" + on())
    assert mark.earned == 0.5


def test_each_crowd_is_a_crowd(judge):
    twice = at_work(8) + done(8, "0:20:00") + at_work(8, "0:30:00") + done(8, "0:36:00")
    marks = judge(rule, START + join(8) + twice + on())
    assert [mark.earned for mark in marks] == [0.5, pytest.approx(0.9)]


def test_whoever_left_leads_no_crowd_that_comes_later(judge):
    left = "0:20:00 command-left person=commander\n"
    assert judge(rule, START + left + join(9, "0:25:00") + on()) == ()
    (mark,) = judge(rule, START + join(9) + left + on())
    assert "for 19 min from 0:01:00 on" in mark.summary
