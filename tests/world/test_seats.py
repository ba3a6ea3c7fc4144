"""Several seats: each with its own attention, each within its role."""

from typing import get_args

import pytest

from simulator.domain.command import (
    Assign,
    Command,
    Declare,
    Draft,
    End,
    HandOver,
    Investigate,
    Look,
    Note,
    Order,
    Poll,
    Post,
    SetSeverity,
    Wait,
)  # fmt: skip
from simulator.domain.fact import Commanded, Drafted, Looked, Noted, Posted, Refused, RoleAssigned
from simulator.domain.update import Update
from simulator.world.seats import MAY, outside_role

UPDATE = Update("status page", "investigating")
BRIEF = Update("support", "investigating")


@pytest.mark.parametrize(
    ("seat", "may", "may_not"),
    [
        ("observer", (Look("board"), Note("hm"), Wait(60)), (Declare("major"), Investigate("shop"))),
        ("scribe", (Note("hm"),), (Order("restart"), Post(UPDATE))),
        ("business-lead", (Draft(UPDATE), Post(UPDATE)), (Order("restart"), Declare("major"))),
        ("technical-lead", (Order("restart"), Investigate("shop")), (Post(UPDATE), HandOver("ana"))),
        ("responder", (Investigate("shop"),), (Order("restart"),)),
        ("deputy", (Declare("major"), Poll("restart"), Post(UPDATE)),
         (HandOver("ana"), SetSeverity("major"), End())),
    ],
)  # fmt: skip
def test_a_seat_speaks_in_its_role(seat, may, may_not):
    assert [outside_role(command, seat) for command in may] == [""] * len(may)
    assert all(seat in outside_role(command, seat) for command in may_not)


def test_the_commander_may_say_everything():
    assert "commander" not in MAY
    assert set().union(*MAY.values()) <= set(get_args(Command))


def roles(it):
    return [(fact.role, fact.person) for fact in it.facts(RoleAssigned)]


def test_whoever_takes_part_from_the_seat_of_a_role_has_that_role_once(play):
    it = play("", "bo", "ana")
    it.world.issue(Look("board"), "board", "scribe")
    assert roles(it) == []
    it.world.issue(Note("hm"), "note hm", "scribe")
    it.until("1m").world.issue(Note("so"), "note so", "scribe")
    it.world.issue(Investigate("shop"), "investigate shop", "responder")
    assert roles(it) == [("scribe", "scribe")]


def test_unless_it_was_given_to_somebody_before(play):
    it = play("", "bo")
    it.say(Assign("business-lead", "bo"))
    it.until("1m").world.issue(Note("hm"), "note hm", "business-lead")
    assert roles(it) == [("business-lead", "bo")]


def test_nobody_is_simulated_who_would_write_for_a_business_lead_who_has_said_something(play):
    it = play("", "bo")
    it.world.issue(Note("hm"), "note hm", "business-lead")
    it.until("1m").say(Post(UPDATE))
    assert [(fact.by, at) for at, fact in it.until("10m").timed(Posted)] == [("commander", 120)]


def test_what_is_not_for_a_seat_is_refused_and_on_record(play):
    it = play("", "bo")
    entries = it.world.issue(Order("restart", by="bo"), "order restart", "scribe")
    assert [type(entry.fact) for entry in entries] == [Refused]
    assert entries[0].fact.seat == entries[0].seen == "scribe"


def test_each_seat_has_its_own_attention_and_its_own_unread_messages(play):
    it = play("", "bo", "vic").until("30m")
    it.say(Note("a"))
    it.world.issue(Note("b"), "note b", "deputy")
    it.world.issue(Note("c"), "note c", "deputy")
    takes = [fact.takes for fact in it.facts(Commanded)]
    assert takes[0] == takes[1] > takes[2]
    assert it.world.free_at("commander") == 1800 + takes[0]
    assert it.world.free_at("deputy") == 1800 + takes[1] + takes[2]
    assert len(it.facts(Noted)) == 3


def test_a_look_is_seen_by_the_seat_that_looked(play):
    it = play("")
    it.world.issue(Look("board"), "board", "observer")
    (looked,) = [entry for entry in it.entries if isinstance(entry.fact, Looked)]
    assert looked.seen == "observer"


def test_a_business_lead_who_is_a_person_writes_with_their_own_hands(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"))
    it.world.issue(Draft(BRIEF), "draft", "business-lead")
    it.world.issue(Post(UPDATE), "post", "business-lead")
    it.until("5m")
    assert it.times(Drafted) == it.times(Posted) == [60]
    assert [fact.by for fact in it.facts(Posted)] == ["business-lead"]
    it.say(Post(UPDATE))  # nobody is simulated who would write it
    it.until("10m")
    assert [fact.by for fact in it.facts(Posted)] == ["business-lead", "commander"]
