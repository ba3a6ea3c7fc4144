"""Tenures: roles end with the next holder, streams with their closing, both when somebody leaves."""

import pytest

from simulator.scoring.tenures import settled, tenures

SCRIBE = "0:10:00 role-assigned role=scribe person=lee\n"
STREAM = "0:10:00 workstream-opened name=x leader=lee scope=x within=600\n"
WORK = "0:11:00 task-given task=t1 what=investigate subject=app owner=lee within=600\n"
ON = "1:00:00 noted text=on\n"


@pytest.mark.parametrize(
    ("text", "until"),
    [
        (SCRIBE, None),
        (SCRIBE + "0:30:00 role-assigned role=scribe person=bo\n", 1800),
        (SCRIBE + "0:30:00 role-assigned role=deputy person=bo\n", None),
        (SCRIBE + "0:40:00 left person=lee\n", 2400),
        (SCRIBE + "0:40:00 left person=bo\n", None),
        (STREAM + WORK, None),
        (STREAM + WORK + "0:20:00 workstream-closed name=x\n", 1200),
        (STREAM + WORK + "0:20:00 left person=lee\n", 1200),
        ("0:10:00 command-handed person=lee\n0:50:00 command-handed person=bo\n", 3000),
    ],
)
def test_a_tenure_ends(case, text, until):
    judged = case(text + ON)
    (lee,) = [one for one in tenures(judged) if one.person == "lee"]
    assert (lee.since, lee.until) == (600, judged.end + 1 if until is None else until)


def test_a_stream_without_work_is_none(case):
    assert tenures(case(STREAM + ON)) == ()
    assert tenures(case(STREAM + "0:20:00 workstream-closed name=x\n0:21:00 noted text=x\n" + ON)) == ()


@pytest.mark.parametrize(("passed", "names"), [("0:19:59", ["bo"]), ("0:20:00", ["lee", "bo"])])
def test_what_was_passed_on_at_once_was_not_held(case, passed, names):
    text = SCRIBE + f"{passed} role-assigned role=scribe person=bo\n" + ON
    assert [one.person for one in settled(case(text))] == names


def test_who_was_given_a_role_last_has_it(case):
    assert [one.person for one in settled(case("0:59:00 role-assigned role=scribe person=lee\n" + ON))] == [
        "lee"
    ]
