"""Calling an order off before anybody has begun: what nobody took, what is objected to, what waits."""

import pytest

from simulator.domain.command import CallOff, Check, Investigate, Order, Prepare, Revert, Withdraw
from simulator.domain.fact import (
    ChangeDone,
    ChangeFailed,
    ChangeReverted,
    ChangeStarted,
    HazardChecked,
    Objected,
    Refused,
    RevertStarted,
    Said,
    TaskEnded,
    TaskGiven,
    Withdrawn,
)
from simulator.world.dice import Dice
from simulator.world.voice.voice import WORDS
from tests.world.test_objections import HARMFUL, RISKY

EVERY_WAY = pytest.mark.parametrize("way", [Revert("restart"), Withdraw("restart"), CallOff("restart")])


def taken():
    """A seed whose first request without a name is taken up."""
    return next(seed for seed in range(99) if Dice(seed).fixed("call", "nobody takes it", 1) >= 0.3)


def leaves_it(it):
    """Who said that they leave a change alone: that is no failure of theirs."""
    wordings = {words.format(change="restart") for words in WORDS["called off"]}
    return [fact.who for fact in it.facts(Said) if any(words in fact.says for words in wordings)]


def refusal(it):
    return it.facts(Refused)[-1].reason


@EVERY_WAY
def test_an_order_that_nobody_has_taken_is_called_off(play, way):
    it = play("", "bo", seed=taken())
    it.say(Order("restart"), at="1m")
    it.say(way, at="1m30s")
    assert it.facts(ChangeFailed) == [ChangeFailed("c1", "restart", "", "")]
    assert TaskEnded("t1", "change", "restart", "") in it.facts(TaskEnded)
    assert it.until("1h").facts(ChangeStarted) == []


@EVERY_WAY
def test_an_order_that_a_listener_objects_to_is_called_off(play, way):
    """Whoever spoke up used to take it a minute later all the same."""
    seed = next(s for s in range(99) if Dice(s).fixed("bo", "objects to restart") < 0.3)
    it = play(HARMFUL, "bo", seed=seed)
    it.say(Order("restart"), at="1m")
    assert [fact.person for fact in it.facts(Objected)] == ["bo"]
    it.say(way, at="1m30s")
    assert it.until("1h").facts(ChangeStarted) == []


@EVERY_WAY
def test_who_objects_leaves_it_and_says_so(play, way):
    seed = next(s for s in range(99) if Dice(s).fixed("bo", "objects to restart") < 0.3)
    it = play(HARMFUL, "bo", seed=seed)
    it.say(Order("restart", by="bo"), at="1m")
    it.say(way, at="1m20s")
    assert it.until("1h").facts(ChangeFailed) == [ChangeFailed("c1", "restart", "", "")]
    assert leaves_it(it) == ["bo"]
    assert it.facts(ChangeStarted) == []


@EVERY_WAY
def test_what_waits_until_hands_are_free_is_called_off(play, way):
    it = play("", "bo")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(Order("restart", by="bo"), at="1m30s")
    it.say(way, at="2m")
    assert it.until("1h").facts(ChangeFailed) == [ChangeFailed("c1", "restart", "", "")]
    assert leaves_it(it) == ["bo"]
    assert it.facts(ChangeStarted) == []


def test_what_is_being_made_is_undone_as_with_revert(play):
    it = play("", "bo")
    it.say(Order("roll back", by="bo"), at="1m")
    it.say(CallOff("roll back"), at="1m30s")
    it.until("3h")
    assert len(it.facts(ChangeDone)) == len(it.facts(ChangeReverted)) == 1


def test_whoever_is_making_it_says_that_it_cannot_be_stopped_and_undoes_it(play):
    it = play("", "bo", "cem")
    it.say(Order("roll back", by="bo"), at="1m")
    it.say(CallOff("roll back"), at="1m30s")
    (given,) = [fact for fact in it.facts(TaskGiven) if fact.what == "revert"]
    assert given.owner == "bo"
    answer = it.facts(Said)[-1]
    wordings = {words.format(change="roll back") for words in WORDS["cannot stop"]}
    assert answer.who == "bo"
    assert any(words in answer.says for words in wordings)
    (made,) = it.until("1h").times(ChangeDone)
    assert it.times(RevertStarted) == [made]


def test_once_somebody_is_named_for_the_undoing_nobody_else_has_to_take_it(play):
    nobody = next(seed for seed in range(99) if Dice(seed).fixed("call", "nobody takes it", 1) < 0.3)
    it = play("", "bo", "cem", seed=nobody)
    it.say(Order("roll back", by="bo"), at="1m")
    it.say(Revert("roll back"), at="30m")
    assert [task.what for task in it.until("35m").parts.responders.requests] == ["revert"]
    it.say(Revert("roll back", by="cem"))
    assert it.parts.responders.requests == []
    assert len(it.until("1h").facts(ChangeReverted)) == 1


@pytest.mark.parametrize("way", [Withdraw("roll back"), CallOff("roll back")])
def test_an_undoing_that_nobody_has_taken_is_taken_back(play, way):
    nobody = next(seed for seed in range(99) if Dice(seed).fixed("call", "nobody takes it", 1) < 0.3)
    it = play("", "bo", "cem", seed=nobody)
    it.say(Order("roll back", by="bo"), at="1m")
    it.say(Revert("roll back"), at="30m")
    it.say(way, at="35m")
    assert it.facts(Refused) == it.parts.responders.requests == []
    assert [(fact.what, fact.subject) for fact in it.facts(Withdrawn)] == [("revert", "roll back")]
    assert it.until("2h").facts(ChangeReverted) == []


def test_of_what_was_made_ready_and_never_made_nobody_says_how_to_undo_it(play):
    it = play("", "bo")
    it.say(Prepare("roll back", by="bo"), at="1m")
    it.until("30m").say(Withdraw("roll back"))
    assert refusal(it) == "There is no look, check or preparation of 'roll back' to take back."


def test_what_is_made_stays_until_it_is_reverted(play):
    it = play("", "bo")
    it.say(Order("roll back", by="bo"), at="1m")
    it.until("1h").say(CallOff("roll back"))
    assert refusal(it) == "'roll back' has been made. To have it undone: revert roll back."


@pytest.mark.parametrize("before", [(), (Order("restart"), CallOff("restart"))])
def test_what_is_not_ordered_cannot_be_called_off(play, before):
    it = play("", "bo", seed=taken())
    it.say(*before, at="1m")
    it.say(CallOff("restart"), at="1m30s")
    assert refusal(it) == "Nothing has been ordered as 'restart' that could be called off."


def test_a_check_is_taken_back_before_the_order_of_the_same_change(play):
    it = play(RISKY, "bo", seed=taken())
    it.say(Check("roll back", by="bo"), at="1m")
    it.say(Order("roll back"), at="1m10s")
    it.say(Withdraw("roll back"), at="1m20s")
    assert it.facts(ChangeFailed) == []
    it.say(Withdraw("roll back"), at="1m30s")
    assert [fact.change for fact in it.until("1h").facts(ChangeFailed)] == ["roll back"]
    assert it.facts(HazardChecked) == []


def test_a_check_that_is_meant_alone_leaves_the_order(play):
    it = play("", "bo", seed=taken())
    it.say(Order("restart"), at="1m")
    it.say(Withdraw("restart", "check"), Withdraw("restart", by="bo"), at="1m20s")
    assert len(it.facts(Refused)) == 2
    assert it.facts(ChangeFailed) == []


def test_an_order_called_off_may_be_given_again(play):
    it = play("", "bo", seed=taken())
    it.say(Order("restart"), CallOff("restart"), at="1m")
    it.say(Order("restart", by="bo"), at="2m")
    assert [fact.id for fact in it.until("1h").facts(ChangeDone)] == ["c2"]
