"""Fill the roles: each that the severity asks for, soon, and one to a head."""

import pytest

from simulator.authoring import read_doctrine
from simulator.scoring.rules import fill_roles as rule
from tests.scoring.conftest import SHIPPED

DECLARED = "0:03:00 declared severity=P1 commander=you\n"
BO = "0:03:00 joined person=bo\n"
ON = "0:40:00 noted text=on\n"


def given(at, role="business-lead", person="orla"):
    return f"{at} role-assigned role={role} person={person}\n"


@pytest.fixture(scope="session")
def pagerduty():
    return read_doctrine((SHIPPED / "doctrines/pagerduty.yaml").read_text("utf-8"), "pagerduty.yaml").value


@pytest.mark.parametrize(
    ("at", "earned"),
    [("0:03:00", 1), ("0:08:00", 1), ("0:13:00", 0.5), ("0:18:00", 0), ("0:35:00", 0)],
)
def test_a_role_is_filled_within_five_minutes_and_loses_with_ten_more(judge, at, earned):
    (mark,) = judge(rule, DECLARED + BO + given(at) + ON)
    assert mark.earned == pytest.approx(earned)
    assert mark.evidence == (1, 3)


def test_the_sentence_says_how_late(judge):
    (late,), (early,) = (judge(rule, DECLARED + BO + given(at) + ON) for at in ("0:13:00", "0:05:00"))
    assert late.summary == "The business lead was named at 0:13:00, 5 min late."
    assert early.summary == "The business lead was named at 0:05:00, in time."


def test_whoever_sits_in_the_seat_of_a_role_has_it(judge):
    (mark,) = judge(rule, DECLARED + BO + given("0:05:00", person="business-lead") + ON)
    assert (mark.earned, mark.summary) == (1, "The business lead took their seat at 0:05:00, in time.")


def test_a_role_that_nobody_ever_has_is_lost(judge):
    (mark,) = judge(rule, DECLARED + BO + ON)
    assert (mark.earned, mark.evidence, mark.at) == (0, (1,), 480)
    assert mark.summary == "The business lead was never named, though P1 asks for one."


def test_the_commander_is_nobody_else(points):
    assert points(rule, DECLARED + BO + given("0:05:00", person="you") + ON) == 0
    assert points(rule, DECLARED + BO + given("0:05:00", person="commander") + ON) == 0


@pytest.mark.parametrize("severity", ["P2", "P3", "nobody knows"])
def test_a_severity_that_asks_for_no_role_owes_none(judge, severity):
    assert judge(rule, DECLARED.replace("P1", f"'{severity}'") + BO + ON) == ()


def test_a_rise_to_one_that_does_sets_the_clock(judge):
    rise = "0:20:00 severity-changed before=P3 severity=P1 because=worse\n"
    (mark,) = judge(rule, DECLARED.replace("P1", "P3") + BO + rise + given("0:24:00") + ON)
    assert (mark.earned, mark.evidence) == (1, (3, 4))


def test_nothing_is_owed_where_nobody_came_or_nothing_was_declared(judge):
    assert judge(rule, DECLARED + ON) == ()
    assert judge(rule, BO + ON) == ()


def test_nor_in_an_incident_that_was_over_before(judge):
    assert judge(rule, DECLARED + BO + "0:07:00 resolved\n" + ON) == ()
    assert judge(rule, DECLARED + BO + "0:07:00 resolved\n" + given("0:20:00") + ON) == ()


def paged(at, person="orla", joined="0:20:00"):
    return f'{at} paged person={person} team=""\n{joined} joined person={person}\n'


@pytest.mark.parametrize(
    ("page", "given_at", "earned"),
    [
        ("0:04:00", "0:22:00", 1), ("0:08:00", "0:22:00", 1), ("0:08:01", "0:22:00", 0),
        ("0:04:00", "0:27:00", 0.5), ("0:04:00", "0:33:00", 0),
    ],
)  # fmt: skip
def test_whoever_was_paged_in_time_is_waited_for(points, page, given_at, earned):
    assert points(rule, DECLARED + BO + paged(page) + given(given_at) + ON) == pytest.approx(earned)


def test_so_is_somebody_trained_for_the_same_when_the_first_is_not_heard(points):
    again = paged("0:12:00", "carol")
    first = '0:04:00 paged person=orla team=""\n'
    assert points(rule, DECLARED + BO + first + again + given("0:21:00", person="carol") + ON) == 1
    other = first.replace("orla", "sean")
    assert points(rule, DECLARED + BO + other + again + given("0:21:00", person="carol") + ON) == 0


def test_who_was_here_all_along_was_not_waited_for(points):
    page = '0:02:00 paged person=bo team=""\n'
    assert points(rule, page + DECLARED + BO + given("0:13:00", person="bo") + ON) == 0.5


def test_one_head_with_two_roles_does_half(points):
    two = given("0:04:00", "scribe") + given("0:05:00")
    assert points(rule, DECLARED + BO + two + ON) == 0.5
    passed_on = given("0:04:00", "scribe") + given("0:04:30", "scribe", "bo") + given("0:05:00")
    assert points(rule, DECLARED + BO + passed_on + ON) == 1
    assert points(rule, DECLARED + BO + given("0:05:00") + given("0:06:00") + ON) == 1


def test_it_says_which_other(judge):
    (mark,) = judge(rule, DECLARED + BO + given("0:04:00", "scribe") + given("0:05:00") + ON)
    assert mark.summary.endswith("in time, to somebody who is the scribe already.")


def test_the_deputy_may_keep_the_record(judge, pagerduty):
    text = DECLARED.replace("P1", "SEV-1") + BO + given("0:04:00")
    text += given("0:05:00", "deputy", "tom") + given("0:06:00", "scribe", "tom") + ON
    marks = judge(rule, text, doctrine=pagerduty)
    assert [mark.earned for mark in marks] == [1, 1, 1]
    assert {mark.evidence for mark in marks} == {(1, 3), (1, 4), (1, 5)}


@pytest.mark.parametrize(("mitigated", "marks"), [("0:07:59", 0), ("0:08:00", 1), ("0:20:00", 1)])
def test_nobody_is_called_in_for_what_is_mitigated(judge, mitigated, marks):
    assert len(judge(rule, DECLARED + BO + f"{mitigated} called-mitigated\n" + ON)) == marks


@pytest.mark.parametrize(
    ("after", "earned", "told"),
    [
        ("0:05:10 left person=orla\n", 0, "; for 35 min after that nobody had it."),
        (
            "0:05:10 role-assigned role=business-lead person=you\n",
            0,
            "; for 35 min after that nobody had it.",
        ),
        ("0:22:30 left person=orla\n", 0.5, "; for 18 min after that nobody had it."),
        ("0:22:30 left person=orla\n0:23:00 role-assigned role=business-lead person=carol\n", 1, "in time."),
        ("0:22:30 role-assigned role=business-lead person=carol\n", 1, "in time."),
        ("0:20:00 called-mitigated\n0:21:00 left person=orla\n", 1, "in time."),
    ],
    ids=["gone at once", "taken back", "gone half-way", "followed", "passed on", "when it was over"],
)
def test_a_role_is_filled_while_somebody_holds_it(judge, after, earned, told):
    orla = "0:03:00 joined person=orla\n"
    (mark,) = judge(rule, DECLARED + BO + orla + given("0:05:00") + after + ON)
    assert mark.earned == pytest.approx(earned, abs=0.02)
    assert mark.summary.endswith(told)
