"""Command on its way from one to the other, and someone who fights the room."""

import pytest

from simulator.domain.command import (
    Declare,
    End,
    HandOver,
    Look,
    Note,
    Release,
    Sitrep,
    Skip,
    Wait,
    Warn,
)
from simulator.domain.fact import Commanded, CommandHanded, CommandLeft, CommandOffered, LedOn, Said, Warned
from simulator.domain.seats import RELIEVED
from simulator.domain.succession import StepAside, TakeBack
from simulator.world.dice import Dice
from simulator.world.handover import ACKNOWLEDGES, INSISTS


def _takes(seed, nth=1):
    return ACKNOWLEDGES.at(Dice(seed).fixed("ana", "takes command", nth))


def test_it_is_handed_over_when_the_other_says_so(play):
    it = play("", "ana")
    it.say(Declare("major"), Sitrep("The shop is down."), HandOver("ana"))
    assert it.facts(CommandOffered) == [CommandOffered("ana")]
    assert it.facts(CommandHanded) == []
    it.until("10m")
    assert it.timed(CommandHanded) == [(_takes(1), CommandHanded("ana"))]
    assert len(it.facts(Said)) == 1


def test_who_knows_nothing_asks_first(play):
    it = play("", "ana")
    it.say(Declare("major"), HandOver("ana"))
    it.until("10m")
    asked, accepted = it.times(Said)
    assert asked == _takes(1)
    assert accepted == it.times(CommandHanded)[0] == asked + INSISTS + _takes(1, 2)


@pytest.mark.parametrize("brief", [Sitrep("It is the shop."), Note("It is the shop.")])
def test_and_takes_it_once_briefed(play, brief):
    it = play("", "ana")
    it.say(Declare("major"), HandOver("ana"))
    it.say(brief, at="100s")
    assert it.until("10m").times(CommandHanded) == [100 + _takes(1, 2)]


def test_an_old_brief_is_none(play):
    it = play("", "ana")
    it.say(Declare("major"), Sitrep("The shop is down."))
    it.say(HandOver("ana"), at="16m")
    assert len(it.until("40m").facts(Said)) == 2


def test_meanwhile_it_cannot_be_offered_to_another(play):
    it = play("", "ana")
    it.say(Declare("major"), HandOver("ana"))
    assert "has not answered" in it.world.allows(HandOver("ana"))
    it.until("10m")
    assert it.world.allows(HandOver("ana")) == "Ana is in command already."


def test_who_leaves_takes_nothing(play):
    it = play("", "ana")
    it.say(Declare("major"), HandOver("ana"), Release("ana"))
    assert it.until("20m").facts(CommandHanded) == []
    it.parts.responders._join(it.parts.responders["ana"], 0)
    assert it.world.allows(HandOver("ana")) == ""


# ---- stepping aside, and having it back ----


def relieved(it):
    """Ana has accepted command, and leads on from the chair."""
    it.say(Declare("major"), Sitrep("The shop is down."), HandOver("ana"))
    it.until("10m")
    it.world.issue(StepAside(), "step aside", RELIEVED)
    return it


def test_nobody_steps_aside_for_somebody_who_has_not_accepted(play):
    it = play("", "ana")
    it.say(Declare("major"), HandOver("ana"))
    assert it.world.allows(StepAside(), RELIEVED) == "Nobody has accepted command."
    assert relieved(play("", "ana")).facts(LedOn) == [LedOn("ana")]


def test_who_stepped_aside_gives_no_orders(play):
    it = relieved(play("", "ana"))
    for command in (Sitrep("It is the shop."), HandOver("ana"), Release("ana"), Declare("minor")):
        assert "handed command over" in it.world.allows(command, RELIEVED)
    for theirs in (Note("I saw it"), Wait(60), Skip(), Look("board"), TakeBack(), End()):
        assert it.world.allows(theirs, RELIEVED) == ""
    assert it.world.allows(StepAside(), RELIEVED) == "Ana leads already."


@pytest.mark.parametrize("seat", ["commander", "deputy", "observer", "facilitator"])
def test_no_other_seat_asks_for_command(play, seat):
    it = relieved(play("", "ana"))
    assert it.world.allows(TakeBack(), seat) == "That is for whoever handed command over to say."


def test_it_comes_back_when_the_other_says_so(play):
    it = relieved(play("", "ana"))
    at = it.world.now
    it.world.issue(TakeBack(), "take command", RELIEVED)
    assert "already" in it.world.allows(TakeBack(), RELIEVED)
    assert it.world.allows(HandOver("bo")) != ""
    assert len(it.facts(CommandHanded)) == 1
    it.until("20m")
    takes = ACKNOWLEDGES.at(Dice(1).fixed("ana", "hands command back", 1))
    assert it.timed(CommandHanded)[1:] == [(at + takes, CommandHanded("commander"))]
    assert it.facts(Said)[-1].who == "ana"
    assert it.world.allows(TakeBack(), RELIEVED) == "You lead yourself."
    assert it.world.allows(HandOver("ana")) == ""


def test_who_has_left_cannot_keep_it(play):
    it = relieved(play("", "ana"))
    it.say(Release("ana"))
    said = len(it.facts(Said))
    it.world.issue(TakeBack(), "take command", RELIEVED)
    it.until("30m")
    assert it.facts(CommandHanded)[-1] == CommandHanded("commander")
    assert [fact for fact in it.facts(Said)[said:] if fact.who == "ana" and "command" in fact.says] == []


def test_who_goes_leaves_it_to_whoever_leads(play):
    it = relieved(play("", "ana"))
    it.world.issue(End(), "end", RELIEVED)
    assert not it.world.over
    assert it.facts(CommandLeft) == []


# ---- someone who fights the room ----


def test_the_belligerent_derail_the_call_until_they_are_warned(play):
    it = play("", "vic")
    it.until("40m")
    loud = len(it.facts(Said))
    assert loud >= 3
    it.say(Warn("vic"))
    assert it.facts(Warned) == [Warned("vic")]
    it.until("4h")
    assert len(it.facts(Said)) == loud + 1


def test_while_they_have_the_floor_everything_takes_longer(play):
    costs = []
    for here in ((), ("vic",)):
        it = play("", *here)
        it.say(Note("a"), at="40m")
        it.say(Note("b"), at="41m")
        costs.append(it.facts(Commanded)[-1].takes)
    assert costs[1] == costs[0] + 8


def test_they_are_quiet_while_all_is_well(play, quiet):
    assert play(quiet(), "vic").until("2h").facts(Said) == []


def test_letting_them_go_helps_too(play):
    it = play("", "vic")
    it.say(Release("vic"), at="30m")
    before = len(it.facts(Said))
    assert len(it.until("4h").facts(Said)) == before


def test_who_was_never_loud_says_nothing_to_a_warning(play):
    it = play("", "bo")
    it.say(Warn("bo"))
    assert it.until("1h").facts(Said) == []
    assert "yourself" in it.world.allows(Warn("commander"))
    assert "not on the call" in it.world.allows(Warn("eli"))
