"""Updates: written by whoever has the role, approved, sent; and each audience's clock."""

import pytest

from simulator.domain.command import Approve, Assign, Draft, Investigate, Post, Release
from simulator.domain.duration import Spread
from simulator.domain.fact import Commanded, Drafted, Posted, PostFailed, RoleAssigned, TaskStarted
from simulator.domain.update import Update
from simulator.domain.value import replace
from simulator.world.dice import Dice
from simulator.world.news import WRITING

UPDATE = Update("sales", "identified", ("buy",), "a bug", "", 600, 1200, "We are on it.")


def test_the_commander_writes_by_hand_for_a_minute(play):
    it = play("", "gus")
    it.say(Post(UPDATE), at="2m")
    it.until("10m")
    assert it.timed(Posted) == [(180, Posted(UPDATE, "commander"))]
    assert it.facts(Commanded)[0].takes == 65
    assert it.parts.news.heard == {"sales": 180}


@pytest.mark.parametrize(
    ("update", "promises"),
    [
        (Update("sales", "investigating", text="We are on it and will update you in 15 minutes."), 900),
        (Update("sales", "investigating", next_in=1200, text="We will update you in 15 minutes."), 1200),
        (Update("sales", "resolved", text="We will update you in 15 minutes."), None),
        (Update("sales", "investigating", text="It should be back in 15 minutes."), None),
        (Update("sales", "investigating", text="More in half an hour"), 1800),
        (Update("sales", "investigating", text="Next update by {}."), 1020),
        (Update("sales", "investigating", text="Next update by {} UTC"), 1020),
    ],
)
def test_what_its_words_promise_of_the_next_update_is_a_promise(play, update, promises):
    """A clock reading counts from when it is sent, three minutes after the second for which it is written."""
    it = play("", "gus")
    due = (it.parts.scene.moment + 20 * 60) % (24 * 3600)
    text = update.text.format(f"{due // 3600}:{due // 60 % 60:02}")
    it.say(Post(replace(update, text=text)), at="2m")
    it.until("10m")
    assert [(at, fact.update.next_in) for at, fact in it.timed(Posted)] == [(180, promises)]


def test_a_business_lead_writes_for_them(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Post(UPDATE), at="2m")
    it.until("10m")
    writes = WRITING.at(Dice(1).fixed("gus", "writes", 1))
    assert it.timed(Posted) == [(120 + writes, Posted(UPDATE, "gus"))]
    assert it.facts(RoleAssigned) == [RoleAssigned("business-lead", "gus")]
    assert [fact.takes for fact in it.facts(Commanded)] == [15, 20]
    assert Spread(75, 0.4) == WRITING


def test_but_not_when_they_have_left(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Release("gus"), Post(UPDATE))
    assert [fact.by for fact in it.until("10m").facts(Posted)] == ["commander"]
    assert it.facts(Commanded)[-1].takes == 65


def test_another_role_writes_nothing(play):
    it = play("", "gus")
    it.say(Assign("scribe", "gus"), Post(UPDATE))
    assert [fact.by for fact in it.until("10m").facts(Posted)] == ["commander"]


def test_a_draft_waits_for_approval(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Draft(UPDATE))
    it.until("10m")
    assert it.facts(Drafted) == [Drafted(UPDATE, "gus")]
    assert it.facts(Posted) == []
    it.say(Approve("sales"))
    assert it.timed(Posted) == [(600, Posted(UPDATE, "gus"))]
    assert it.world.allows(Approve("sales"))


def test_a_second_draft_takes_the_place_of_the_first(play):
    later = Update("sales", "monitoring")
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Draft(UPDATE), Draft(later))
    it.say(Approve("sales"), at="20m")
    assert [fact.update for fact in it.facts(Posted)] == [later]


def test_who_is_named_for_a_draft_writes_it_if_they_lead_communication(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Draft(UPDATE, "gus"))
    assert it.until("10m").facts(Drafted) == [Drafted(UPDATE, "gus")]


def test_else_it_is_said_who_writes(play):
    it = play("", "gus")
    nobody = it.world.allows(Draft(UPDATE, "gus"))
    assert nobody.startswith("Nobody on the call leads communication.")
    assert nobody.endswith("or first: assign business lead to gus.")
    it.say(Assign("business-lead", "gus"))
    assert it.world.allows(Draft(UPDATE, "ana")) == (
        "Gus leads communication, and writes. Leave out the other name, or draft by gus."
    )
    assert it.world.allows(Draft(UPDATE)) == ""


def test_the_commander_can_draft_too(play):
    it = play("")
    it.say(Draft(UPDATE))
    assert [fact.by for fact in it.until("10m").facts(Drafted)] == ["commander"]


def test_a_writer_does_one_thing_at_a_time(play):
    it = play("", "gus")
    it.say(Assign("business-lead", "gus"), Investigate("what changed?", by="gus"), Post(UPDATE))
    it.until("30m")
    assert [fact.what for fact in it.facts(TaskStarted)] == ["investigate", "write"]


def test_a_status_page_that_shares_the_fault_is_broken_with_it(play, outage, harbour):
    cause = "causes:\n  bug: {truth: x, does: {at: 10m, to: shop, errors: 100%}}\n"
    it = play(outage(cause, organisation=replace(harbour, tools={"status page": "shop"})))
    it.say(Post(Update("status page", "investigating")), at="5m")
    it.say(Post(Update("status page", "identified")), at="15m")
    it.until("20m")
    assert [fact.update.state for fact in it.facts(Posted)] == ["investigating"]
    assert [fact.update.state for fact in it.facts(PostFailed)] == ["identified"]


def test_a_broken_status_page_takes_nothing_but_there_is_another_way(play):
    it = play("")
    it.parts.news.route_ok = lambda: False
    it.say(Post(Update("status page", "investigating")))
    it.say(Post(Update("sales", "investigating")), at="3m")
    it.until("5m")
    assert [fact.update.audience for fact in it.facts(PostFailed)] == ["status page"]
    assert list(it.parts.news.heard) == ["sales"]
    it.say(Post(Update("status page", "investigating", via="email")))
    it.until("7m")
    assert it.facts(Posted)[-1].update.via == "email"
    assert "status page" in it.parts.news.heard


@pytest.mark.parametrize("name", ["status page", "the status page", "status-page", "Status Page"])
def test_a_broken_page_by_its_own_name_is_no_other_way(play, name):
    it = play("")
    it.parts.news.route_ok = lambda: False
    it.say(Post(Update("status page", "investigating", via=name)))
    it.until("5m")
    assert [fact.update.via for fact in it.facts(PostFailed)] == [name]
    assert it.facts(Posted) == []
