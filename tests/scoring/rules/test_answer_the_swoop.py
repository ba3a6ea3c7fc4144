"""Answer the swoop: whoever steps in hears something soon."""

import pytest

from simulator.scoring.rules import answer_the_swoop as rule

SWOOP = '0:20:00 swooped who=leadership audience=leadership says="Roll it back!"\n'
BEFORE = "0:03:00 declared severity=P1 commander=you\n" + SWOOP


def told(at, audience="leadership"):
    return BEFORE + f'{at} posted audience="{audience}" state=investigating\n1:00:00 noted text=on'


@pytest.mark.parametrize(
    ("at", "earned"), [("0:21:00", 1), ("0:24:00", 1), ("0:28:00", 0.5), ("0:32:00", 0), ("0:50:00", 0)]
)
def test_an_answer_within_four_minutes_earns_all(points, at, earned):
    assert points(rule, told(at)) == pytest.approx(earned)


def test_news_for_others_are_no_answer(judge):
    (mark,) = judge(rule, told("0:21:00", "status page"))
    assert (mark.earned, mark.evidence) == (0, (2,))


def test_what_they_asked_for_is_no_answer(points):
    order = '0:21:00 change-ordered id=c1 change="roll back app" owner=bo\n1:00:00 noted text=on'
    assert points(rule, BEFORE + order) == 0


def test_command_that_they_take_is_an_answer(points):
    assert points(rule, BEFORE + "0:21:00 command-handed person=leadership\n") == 1


def test_command_that_somebody_else_takes_tells_them_nothing(judge):
    (mark,) = judge(rule, BEFORE + "0:21:00 command-handed person=grace\n1:00:00 noted text=on")
    assert mark.summary == "Leadership stepped in at 0:20:00 and was left without an answer."


def test_what_they_insist_after_was_no_answer(points):
    """They came for news and heard that there is no time; the second answer lets them go."""
    words = """0:21:00 replied audience=leadership how="no eta" eta=0 text=""
0:21:00 stakeholder-asked who=leadership audience=leadership silence=0 says="And what is it?" #=3
0:28:00 replied audience=leadership how="in words" eta=0 text="Bo has found a full table."
0:28:00 stepped-back who=leadership audience=leadership says="Thank you."
"""
    assert points(rule, BEFORE + words) == pytest.approx(0.5)


def test_who_never_heard_what_they_came_for_was_not_answered(judge):
    words = """0:21:00 replied audience=leadership how="no eta" eta=0 text=""
0:21:00 stakeholder-asked who=leadership audience=leadership silence=0 says="And what is it?" #=3
1:00:00 noted text=on
"""
    (mark,) = judge(rule, BEFORE + words)
    assert (mark.earned, mark.summary) == (
        0,
        "Leadership stepped in at 0:20:00 and heard nothing that let them go.",
    )


def test_who_has_what_they_came_for_has_had_an_answer(points):
    changed = """0:21:00 severity-changed before=P1 severity=P2 because="few are affected"
0:21:00 stepped-back who=leadership audience=leadership says="Thank you."
"""
    assert points(rule, BEFORE + changed) == 1


def test_an_incident_that_is_over_owes_none(judge):
    assert judge(rule, BEFORE + "0:22:00 resolved\n1:00:00 noted text=on") == ()


def test_each_one_who_steps_in_is_answered_for_itself(judge):
    again = told("0:21:00").replace("1:00:00", SWOOP.replace("0:20", "0:40") + "1:00:00")
    assert [mark.earned for mark in judge(rule, again)] == [1, 0]


@pytest.mark.parametrize(("at", "marks"), [("0:15:00", 0), ("0:20:00", 0), ("0:20:01", 1)])
def test_who_comes_when_nobody_leads_any_more_is_left_to_that_fault(judge, at, marks):
    left = f"{at} command-left person=commander\n"
    lines = sorted([*SWOOP.splitlines(), left.strip(), "0:03:00 declared severity=P1 commander=you"])
    assert len(judge(rule, "\n".join([*lines, "1:00:00 noted text=on"]))) == marks


def test_an_answer_in_the_room_counts_before_any_update(judge):
    """The commander answers after half a minute; what the business lead writes later is news."""
    reply = '0:20:38 replied audience=leadership how=later eta=0 text="That would hit those who are well."\n'
    (mark,) = judge(rule, told("0:22:00").replace("0:22:00", reply + "0:22:00"))
    assert mark.summary == "Leadership stepped in at 0:20:00 and had an answer after 38 s."


def test_an_answer_to_somebody_else_is_none(points):
    reply = '0:20:38 replied audience=sales how=later eta=0 text="Soon."\n1:00:00 noted text=on'
    assert points(rule, BEFORE + reply) == 0
