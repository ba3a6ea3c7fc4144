"""Workstreams: their people, the work they are given, and the reports of their leaders."""

from simulator.domain.command import (
    Ask,
    CloseWorkstream,
    Declare,
    HandOver,
    Investigate,
    Note,
    OpenWorkstream,
    Order,
    Sitrep,
)
from simulator.domain.fact import Answered, Commanded, Interrupted, Said, TaskGiven, WorkstreamClosed
from simulator.world.workstreams import NOTHING_NEW

EVERYONE = ("ana", "bo", "cem", "dee", "eli", "fay", "gus", "hal")


def opened(play, name="web", leader="bo", within=None, here=("bo", "cem", "dee", "ana")):
    it = play("", *here)
    it.say(OpenWorkstream(name, leader, "the shop", within))
    return it


def owners(it):
    return [fact.owner for fact in it.facts(TaskGiven)]


def test_work_goes_to_the_leaders_people_the_free_first_and_to_the_leader_last(play):
    it = opened(play)
    for _ in range(3):
        it.say(Investigate("shop", workstream="web"))
        it.until(it.world.now + 1)
    assert sorted(owners(it)[:2]) == ["cem", "dee"]
    assert owners(it)[2] == "bo"


def test_someone_else_who_is_asked_for_what_none_of_them_knows_is_not(play):
    it = opened(play)
    assert "Nobody of the workstream 'web'" in it.world.allows(Investigate("base", workstream="web"))
    assert not it.world.allows(Order("restart", workstream="web"))
    assert not it.world.allows(Order("restart", by="cem", workstream="web"))
    assert "Ana cannot work on shop" in it.world.allows(Order("restart", by="ana", workstream="web"))
    assert "No workstream 'mail'" in it.world.allows(Order("restart", workstream="mail"))


def test_a_change_is_made_by_one_of_them(play):
    it = opened(play)
    it.say(Order("restart", workstream="web"))
    assert owners(it) == ["cem"]


def test_handing_on_costs_a_leader_who_is_at_work(play):
    it = opened(play)
    it.say(Investigate("shop", by="bo"))
    it.until("10s")
    it.say(Investigate("shop", workstream="web"))
    assert [(fact.person, fact.seconds) for fact in it.facts(Interrupted)] == [("bo", 30)]


def test_the_leader_answers_for_the_workstream(play):
    it = opened(play)
    it.say(Investigate("shop", by="cem"))
    it.say(Ask("progress", "bo"), at="10s")
    (answer,) = it.until("5m").facts(Answered)
    assert answer.person == "bo"
    assert "Cem is looking at shop" in answer.says
    it.say(Investigate("shop", by="bo"), at="6m")
    it.say(Ask("progress", "bo"), at="7m")
    assert "I am looking at shop." in it.until("12m").facts(Answered)[-1].says
    assert "Nobody" in opened(play).parts.workstreams.report(opened(play).parts.workstreams["web"])


def test_the_leader_reports_at_the_end_of_the_time_box_and_again(play):
    it = opened(play, within=1200).until("45m")
    assert [(at, fact.who) for at, fact in it.timed(Said)] == [(1200, "bo"), (2400, "bo")]
    assert all("web" in fact.says.lower() for fact in it.facts(Said))


def test_a_closed_workstream_reports_no_more_nor_does_one_whose_leader_left(play):
    it = opened(play, within=1200)
    it.say(CloseWorkstream("web"), at="10m")
    assert it.until("45m").facts(Said) == []


def test_one_leads_one_workstream_and_the_commander_leads_the_whole(play):
    it = opened(play)
    assert "leads the workstream 'web' already" in it.world.allows(OpenWorkstream("other", "bo"))
    assert "Name someone else" in it.world.allows(OpenWorkstream("other", "commander"))


def test_whoever_works_in_a_workstream_reports_to_its_leader(play):
    def takes(*streams):
        it = play("", *EVERYONE)
        for name, leader in streams:
            it.say(OpenWorkstream(name, leader))
        for who in EVERYONE:
            it.say(Investigate("what changed?", who))
        it.until("1s")
        it.say(Note("x"))
        return it.facts(Commanded)[-1].takes, it.parts.workstreams.reports()

    assert takes() == (12, 8)
    assert takes(("web", "bo")) == (10, 6)
    assert takes(("web", "bo"), ("data", "ana")) == (10, 5)


def two_streams(play):
    """Two streams whose leaders are of one team."""
    it = opened(play)
    it.say(OpenWorkstream("second", "cem", "what else"))
    return it


def test_work_in_a_workstream_never_goes_to_the_leader_of_another_while_its_own_can(play):
    it = two_streams(play)
    it.say(Investigate("shop", by="bo"), Investigate("door", by="dee"), at="10s")
    it.say(Order("restart", workstream="web"), at="30s")
    it.say(Order("roll back", workstream="second"), at="31s")
    named = {fact.subject: fact.owner for fact in it.facts(TaskGiven)}
    assert named["restart"] in ("bo", "dee")
    assert named["roll back"] == "cem"


def test_a_leader_does_not_report_what_another_workstream_does(play):
    it = two_streams(play)
    it.say(Order("restart", by="bo", workstream="web"), at="10s")
    it.say(Order("throttle", by="cem", workstream="second"), at="20s")
    streams = it.until("1m").parts.workstreams
    assert streams.report(streams["web"]) == "I am busy with 'restart'."
    assert streams.report(streams["second"]) == "I am busy with 'throttle'."


def test_who_is_given_work_in_a_workstream_by_name_belongs_to_it(play):
    """Kofi alone could make ready what the workstream was for, and was of another team than its leader."""
    it = opened(play, here=("bo", "cem", "ana", "eli"))
    streams = it.parts.workstreams
    it.say(Order("new index", by="eli", workstream="web"))
    assert owners(it) == ["eli"]
    it.until("1s")
    assert [one.person.id for one in streams.members(streams["web"])] == ["bo", "cem", "eli"]
    assert streams.reports() == 1


def test_but_not_who_leads_another_nor_the_commander_nor_who_is_away(play):
    it = opened(play, here=("bo", "cem", "ana", "eli"))
    it.say(OpenWorkstream("data", "ana"))
    assert "leads the workstream 'data'" in it.world.allows(Order("mend", by="ana", workstream="web"))
    assert "You lead the whole" in it.world.allows(Investigate("shop", by="commander", workstream="web"))
    assert "not on the call" in it.world.allows(Order("spare route", by="fay", workstream="web"))


def test_who_is_named_in_their_own_workstream_gets_the_work(play):
    it = opened(play)
    it.say(Order("restart", by="dee", workstream="web"))
    assert owners(it) == ["dee"]


def test_what_was_reported_before_is_not_reported_as_news(play, quiet):
    """A finding was told word for word at each end of the time-box."""
    it = play("clues:\n  shop:\n    - {says: The shop is full., odds: {always: 100%}}\n", "bo", "cem")
    it.say(OpenWorkstream("web", "bo", "the shop", 20 * 60), Investigate("shop", by="cem"))
    reports = [fact.says for at, fact in it.until("65m").timed(Said) if at in (1200, 2400, 3600)]
    assert [("The shop is full." in says, NOTHING_NEW in says) for says in reports] == [
        (True, False), (False, True), (False, True),
    ]  # fmt: skip


def test_who_takes_command_leads_no_workstream_any_more(play):
    """She went on reporting to herself."""
    it = play("", "ana", "bo", "cem")
    it.say(Declare("major"), OpenWorkstream("web", "ana", "the shop", 20 * 60))
    it.say(Sitrep("The shop is down."), HandOver("ana"))
    it.until("1h")
    assert it.facts(WorkstreamClosed) == [WorkstreamClosed("web")]
    assert not [at for at in it.times(Said) if at in (1200, 2400, 3600)]
