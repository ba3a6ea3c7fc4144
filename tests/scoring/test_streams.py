"""Workstreams: who belongs to them, and whether anybody works there."""

import pytest

from simulator.scoring.streams import streams

OPENED = "0:05:00 workstream-opened name=side leader=bo scope=app within=600\n"
CLOSED = "0:20:00 workstream-closed name=side\n"
ON = "1:00:00 noted text=on\n"


def given(owner, at="0:10:00", because=""):
    return f"{at} task-given task=t1 what=investigate subject=app owner={owner} within=600 {because}\n"


def test_its_leader_and_their_team_belong_to_it(case):
    (stream,) = streams(case(OPENED + CLOSED + ON))
    assert stream.people == {"bo", "mei", "dario"}
    assert (stream.since, stream.until, stream.scope, stream.entry) == (300, 1200, "app", 1)


def test_so_does_whoever_was_given_work_in_it(case):
    words = '0:09:00 commanded seat=commander text="investigate app by ana in workstream Side" takes=20\n'
    (stream,) = streams(case(OPENED + words + given("ana", because="#=2") + ON))
    assert "ana" in stream.people
    assert not stream.empty
    (stream,) = streams(case(OPENED + words + given("ana") + ON))
    assert "ana" not in stream.people


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        (OPENED, True),
        (OPENED + given("bo"), False),
        (OPENED + given("dario"), False),
        (OPENED + given("ana"), True),
        (OPENED + CLOSED + given("bo", "0:21:00"), True),
        (given("bo", "0:04:00") + OPENED, False),
        (OPENED + '0:06:00 change-ordered id=c1 change="roll back app" owner=mei\n', False),
    ],
)
def test_it_is_empty_while_nobody_of_it_works(case, text, empty):
    (stream,) = streams(case(text + ON))
    assert stream.empty is empty


def test_a_name_can_be_used_again(case):
    again = OPENED.replace("0:05:00", "0:30:00")
    one, two = streams(case(OPENED + CLOSED + again + ON))
    assert (one.until, two.until) == (1200, 3601)


def test_who_leads_a_stream_of_their_own_belongs_to_no_other(case):
    """Else one who works would fill the streams of all of their team."""
    mei = OPENED.replace("name=side leader=bo", "name=own leader=mei")
    one, two = streams(case(OPENED + mei + given("mei") + ON))
    assert one.people == {"bo", "dario"}
    assert one.empty
    assert two.people == {"mei", "dario"}
    assert not two.empty
