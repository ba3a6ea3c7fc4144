"""Ask what is quick: options, what changed, or an easy change, before anything slow."""

import pytest

from simulator.scoring.rules import ask_what_is_quick as rule

DECLARED = """
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:05:00 declared severity=P1 commander=you
"""


def begun(change, at="0:08:00"):
    return f"""
        {at} change-ordered id=c1 change="{change}" owner=ana
        {at} change-started id=c1 change="{change}" owner=ana
    """


@pytest.mark.parametrize(
    "asked",
    [
        "0:10:00 task-given task=t1 what=answer subject=options owner=ana",
        '0:10:00 answered person=ana topic=options says="We could fail over."',
        '0:10:00 answered person=ana topic="what changed" says="A release."',
        '0:10:00 task-given task=t1 what=investigate subject="what changed?" owner=ana',
        begun("fail over a shard", "0:10:00"),
        begun("roll back app", "0:10:00"),
    ],
    ids=[
        "options given out",
        "options answered",
        "what changed",
        "looking for changes",
        "failover",
        "rollback",
    ],
)
def test_asking_or_trying_something_easy_earns_all(points, asked):
    assert points(rule, DECLARED + asked) == 1


@pytest.mark.parametrize(
    "other",
    [
        "0:10:00 task-given task=t1 what=answer subject=theory owner=ana",
        '0:10:00 answered person=ana topic=impact says="A quarter."',
        "0:10:00 task-given task=t1 what=investigate subject=db-shards owner=ana",
        begun("stop the migration", "0:10:00"),
    ],
    ids=["theory", "impact", "a look", "quick, but not of an easy kind"],
)
def test_other_questions_and_changes_are_not_it(points, other):
    assert points(rule, DECLARED + other + "\n0:30:00 noted") == 0


@pytest.mark.parametrize("slow", ["add shard replicas", "ship a hotfix", "restore a shard from backup"])
def test_something_slow_first_earns_nothing(points, judge, slow):
    text = DECLARED + begun(slow) + '0:12:00 answered person=ana topic=options says="We could fail over."'
    assert points(rule, text) == 0
    assert judge(rule, text)[0].summary == (
        f"'{slow}', which is slow, was begun at 0:08:00 before anyone asked what was quick."
    )


@pytest.mark.parametrize(("at", "earned"), [("0:20:00", 1), ("0:35:00", 0.5), ("0:50:00", 0), ("1:30:00", 0)])
def test_a_quarter_of_an_hour_is_fine_and_three_are_too_late(points, at, earned):
    asked = f'{at} answered person=ana topic=options says="We could fail over."'
    assert points(rule, DECLARED + asked) == pytest.approx(earned)


def test_asking_before_declaring_is_as_good(points):
    text = """
        0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
        0:03:00 answered person=ana topic="what changed" says="A release."
        0:05:00 declared severity=P1 commander=you
    """
    assert points(rule, text) == 1


def test_nobody_asking_costs_once_the_time_is_up(points):
    assert points(rule, DECLARED + "0:19:00 noted") is None
    assert points(rule, DECLARED + "0:21:00 noted") == 0


def test_an_incident_that_is_over_by_then_owes_no_question(points):
    assert points(rule, DECLARED + "0:15:00 resolved\n1:00:00 noted") is None


def test_without_a_declaration_the_time_runs_from_when_it_was_due(points):
    text = '0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores\n'
    assert points(rule, text + "0:21:00 noted") is None
    assert points(rule, text + "0:22:00 noted") == 0


def test_without_any_trouble_nothing_is_owed(points):
    assert points(rule, "2:00:00 noted") is None


def test_what_was_quick_to_make_is_told_with_how_long_that_takes(judge):
    """Whether it helps can be told only later, which another rule tells of."""
    (mark,) = judge(rule, DECLARED + begun("roll back app", "0:10:00"))
    assert mark.summary == (
        "'roll back app', quick to make (15 min by the runbook), was begun at 0:10:00, "
        "5 min after the declaration."
    )


def test_an_answer_is_not_said_to_be_the_question(judge):
    (mark,) = judge(rule, DECLARED + '0:10:00 answered person=ana topic=options says="Fail over."')
    assert mark.summary == "'options' was answered at 0:10:00, 5 min after the declaration."


def test_what_is_quick_and_of_another_kind_is_not_denied(judge):
    """To block somebody takes five minutes; the process does not try that first."""
    (mark,) = judge(rule, DECLARED + begun("block the noisiest customer", "0:10:00") + "1:00:00 noted")
    assert mark.summary.endswith("and nothing quick of the kinds that the process tries first was tried.")
