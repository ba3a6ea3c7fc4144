"""Named owner: nothing is given to whoever hears it."""

import pytest

from simulator.scoring.rules import named_owner as rule

ROOM = "0:03:00 declared severity=P1 commander=you\n0:05:00 joined person=bo\n0:06:00 joined person=ana\n"


def given(what, owner, room=ROOM):
    return room + f'0:07:00 task-given task=t1 what={what} subject=app owner="{owner}" within=600\n'


@pytest.mark.parametrize("what", ["investigate", "check", "prepare", "verify", "revert"])
@pytest.mark.parametrize(("owner", "earned"), [("bo", 1), ("", 0)])
def test_work_earns_with_a_name_on_it_and_not_without(judge, what, owner, earned):
    (mark,) = judge(rule, given(what, owner))
    assert (mark.earned, mark.evidence, mark.at) == (earned, (4,), 420)


@pytest.mark.parametrize("what", ["write", "answer", "lead", "assist", "change"])
def test_other_work_is_not_given_out_by_this_seat(judge, what):
    assert judge(rule, given(what, "")) == ()


@pytest.mark.parametrize(("owner", "earned"), [("bo", 1), ("", 0)])
def test_a_change_counts_once_by_its_order(judge, owner, earned):
    order = ROOM + f'0:07:00 change-ordered id=c1 change="roll back app" owner="{owner}"\n'
    work = '0:07:00 task-given task=t1 what=change subject="roll back app" owner="" within=0\n'
    (mark,) = judge(rule, order + work)
    assert (mark.earned, mark.evidence) == (earned, (4,))


def test_somebody_who_takes_it_up_does_not_make_it_good(judge):
    taken = given("investigate", "") + "0:09:00 task-started task=t1 what=investigate subject=app owner=bo\n"
    assert [mark.earned for mark in judge(rule, taken)] == [0]


def test_with_one_other_on_the_call_everybody_knows_who_is_meant(judge):
    alone = ROOM.replace("0:06:00 joined person=ana\n", "")
    assert judge(rule, given("investigate", "", alone)) == ()
    assert [mark.earned for mark in judge(rule, given("investigate", "bo", alone))] == [1]


def test_what_somebody_took_up_unasked_is_not_judged(judge):
    assert judge(rule, ROOM + "0:09:00 task-started task=t1 what=investigate subject=app owner=bo\n") == ()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("investigate", "a look at 'app'"), ("check", "a check of 'app'"), ("verify", "the watch on 'app'"),
        ("prepare", "the preparation of 'app'"), ("revert", "the undoing of 'app'"),
    ],
)  # fmt: skip
def test_the_sentence_says_what_it_was(judge, what, told):
    (named,), (nameless,) = judge(rule, given(what, "bo")), judge(rule, given(what, ""))
    assert named.summary == f"At 0:07:00 {told} was given to one person by name."
    assert nameless.summary == f"At 0:07:00 {told} had no name on it."


def test_so_of_an_order(judge):
    (mark,) = judge(rule, ROOM + '0:07:00 change-ordered id=c1 change="roll back app" owner=bo\n')
    assert mark.summary == "At 0:07:00 the order of 'roll back app' was given to one person by name."
    assert mark.weight == 1


@pytest.mark.parametrize(("at", "marks"), [("0:07:30", 0), ("0:17:30", 1)])
def test_what_was_taken_back_at_once_was_not_given_out(judge, at, marks):
    taken = f"{at} withdrawn task=t1 what=investigate subject=app owner=bo by=commander\n"
    assert len(judge(rule, given("investigate", "bo") + taken)) == marks
