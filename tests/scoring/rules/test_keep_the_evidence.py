"""Keep the evidence: what a restart wipes is looked at or saved first."""

import pytest

from simulator.domain.organisation import WIPING
from simulator.domain.value import replace
from simulator.scoring.rules import keep_the_evidence as rule


def change(at, what="restart app", made="c1", form="", owner="bo"):
    return f"""
        {at}:00 change-ordered id={made} change="{what}" owner={owner} {form}
        {at}:10 change-started id={made} change="{what}" owner={owner}
    """


RESTART = change("0:09")
SAVED = '0:08:00 answered person=bo topic=evidence says="Saved."'
LOOKED = '0:08:00 clue-found person=bo place=app clue=0 says="Nothing odd."'


def test_a_restart_that_nobody_looked_before_earns_nothing(judge):
    (mark,) = judge(rule, RESTART)

    assert mark.earned == 0
    assert mark.summary == (
        "'restart app' was begun at 0:09:10 before anybody had looked at 'app' or saved what it could tell."
    )
    assert mark.evidence == (1,)
    assert mark.at == 9 * 60 + 10


@pytest.mark.parametrize(
    ("before", "how"),
    [
        (SAVED, "Bo had saved what it could tell at 0:08:00."),
        (LOOKED, "it had been looked into at 0:08:00."),
        (LOOKED.replace("person=bo", "person=commander"), "it had been looked into at 0:08:00."),
    ],
)
def test_a_look_or_a_saved_dump_earns(judge, before, how):
    (mark,) = judge(rule, before + RESTART)

    assert mark.earned == 1
    assert mark.summary == f"'restart app' was begun at 0:09:10, after {how}"
    assert mark.evidence == (1, 2)


@pytest.mark.parametrize(
    "before",
    [
        SAVED.replace("bo", "ana"),
        SAVED.replace("evidence", "theory"),
        LOOKED.replace("place=app", "place=edge"),
        '0:08:00 not-known person=bo place=app says="I need longer."',
        "0:08:00 task-given task=t1 what=investigate subject=app owner=bo",
    ],
    ids=["of another team", "another question", "another place", "no answer", "only asked"],
)
def test_what_tells_nothing_of_that_part_is_no_evidence(points, before):
    assert points(rule, before + RESTART) == 0


def test_what_is_looked_at_between_order_and_beginning_is_in_time(points):
    ordered, started = RESTART.strip().splitlines()
    assert points(rule, "\n".join((ordered, LOOKED.replace("0:08:00", "0:09:05"), started))) == 1


@pytest.mark.parametrize("late", ["0:09:11", "0:20:00"])
def test_what_is_looked_at_afterwards_is_too_late(points, late):
    assert points(rule, RESTART + LOOKED.replace("0:08:00", late)) == 0


def test_each_part_is_wiped_once(judge):
    text = RESTART + change("0:20", made="c2") + change("0:30", "clear cache", "c3")
    assert [(mark.earned, mark.at) for mark in judge(rule, text)] == [(0, 550), (0, 1810)]


@pytest.mark.parametrize("what", ["roll back app", "fail over a shard", "stop the migration"])
def test_what_leaves_the_part_as_it_was_is_not_judged(judge, what):
    assert judge(rule, change("0:09", what)) == ()


def test_a_first_small_form_leaves_the_others_to_be_looked_at(judge):
    assert judge(rule, change("0:09", form="staged=yes")) == ()


def test_the_full_form_is_judged_after_the_small_one(judge):
    (mark,) = judge(rule, change("0:09", form="staged=yes") + change("0:20", made="c2"))
    assert mark.at == 20 * 60 + 10


def test_an_order_that_nobody_carried_out_wiped_nothing(judge):
    assert judge(rule, RESTART.strip().splitlines()[0]) == ()


def test_a_known_cause_has_nothing_more_to_tell(judge, write_stall):
    one = {"bad release": write_stall.causes["bad release"]}
    assert judge(rule, RESTART, scenario=replace(write_stall, causes=one)) == ()


def test_without_causes_it_is_judged_all_the_same(points, write_stall):
    assert points(rule, RESTART, scenario=replace(write_stall, causes={})) == 0


def test_where_data_is_being_lost_no_minute_is_spared(judge):
    losing = '0:08:00 said who=ana says="We are losing data on shard 3."'
    assert judge(rule, losing + RESTART) == ()


def test_a_change_that_no_runbook_knows_is_not_judged(judge):
    assert judge(rule, change("0:09", "turn it off and on")) == ()


def test_restarts_caches_and_copies_wipe():
    assert WIPING == ("restart", "cache", "restore")
