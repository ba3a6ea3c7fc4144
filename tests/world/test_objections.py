"""Objections when something is ordered: mostly right, sometimes not, and a matter of minutes."""

import pytest

from simulator.domain.command import Check, Look, Note, Order, Poll, Revert
from simulator.domain.fact import (
    ChangeDone,
    ChangeFailed,
    ChangeOrdered,
    ChangeStarted,
    NobodyObjected,
    Objected,
    Polled,
    Refused,
    Said,
)
from simulator.world.dice import Dice
from simulator.world.objections import HESITATES, STANDS_FIRM

HARMFUL = """
changes:
  new index: {always: {harms: {to: search, errors: 10%}}}
  restart: {always: {harms: {to: shop, errors: 10%}}}
"""
RISKY = """
changes:
  roll back: {always: {cures: 100%}}
hazards:
  roll back:
    data has moved: {odds: {always: 0%}, harms: {to: mail, errors: 50%}}
"""


def _speaks(who, change, share):
    return next(s for s in range(99) if Dice(s).fixed(who, f"objects to {change}") < share)


def _silent(who, change):
    return next(s for s in range(99) if Dice(s).fixed(who, f"objects to {change}") > 0.95)


def test_who_objects_says_what_would_be_worse(play):
    it = play(HARMFUL, "bo", seed=_speaks("bo", "restart", 0.3))
    it.say(Order("restart", by="bo"))
    (objected,) = it.until("1h").facts(Objected)
    assert "shop" in objected.says


def test_nobody_objects_to_the_price_of_a_cure(play):
    """A minute of nothing for an end of it all was objected to by the one who had thought of it."""
    cure = HARMFUL.replace("restart: {always: {harms", "restart: {always: {cures: 100%, harms")
    seed = _speaks("bo", "restart", 0.3)
    heard = []
    for text in (HARMFUL, cure):
        it = play(text, "bo", seed=seed)
        it.say(Poll("restart"))
        heard.append(len(it.until("2m").facts(Objected)))
    assert heard == [1, 0]


def test_who_knows_better_says_so_and_waits_for_another_word(play):
    seed = _speaks("bo", "restart", 0.3)
    it = play(HARMFUL, "bo", seed=seed)
    it.say(Order("restart", by="bo"), at="1m")
    waits = HESITATES.at(Dice(seed).fixed("bo", "waits for a word", 1))
    it.until("1h")
    assert it.times(Objected) == [60]
    assert it.times(ChangeStarted) == [60 + waits]
    assert it.times(Said) == [60 + waits]
    objected = next(entry for entry in it.entries if isinstance(entry.fact, Objected))
    assert isinstance(it.entries[objected.because - 1].fact, ChangeOrdered)


def test_the_stubborn_stand_firm_for_longer(play):
    seed = _speaks("eli", "new index", 0.3)
    it = play(HARMFUL, "eli", seed=seed)
    it.say(Order("new index", by="eli"))
    it.until("1h")
    assert it.times(ChangeStarted) == [STANDS_FIRM.at(Dice(seed).fixed("eli", "waits for a word", 1))]


def test_but_not_when_they_are_given_a_reason(play):
    seed = _speaks("eli", "new index", 0.3)
    it = play(HARMFUL, "eli", seed=seed)
    it.say(Order("new index", by="eli", because="nothing else is left"))
    it.until("1h")
    assert it.times(ChangeStarted) == [HESITATES.at(Dice(seed).fixed("eli", "waits for a word", 1))]


def test_or_are_told_again(play):
    it = play(HARMFUL, "eli", seed=_speaks("eli", "new index", 0.3))
    it.say(Order("new index", by="eli"))
    it.say(Order("new index", by="eli"), at="30s")
    it.until("1h")
    assert it.times(ChangeStarted) == [30]
    assert len(it.facts(Objected)) == len(it.facts(ChangeOrdered)) == len(it.facts(ChangeDone)) == 1


def test_who_objects_can_be_told_to_leave_it(play):
    it = play(HARMFUL, "eli", seed=_speaks("eli", "new index", 0.3))
    it.say(Order("new index", by="eli"))
    it.say(Revert("new index", by="eli"), at="30s")
    it.until("1h")
    assert it.facts(ChangeStarted) == []
    assert [fact.id for fact in it.facts(ChangeFailed)] == ["c1"]


def test_or_somebody_else_is_told(play):
    seed = _speaks("bo", "restart", 0.3)
    it = play(HARMFUL, "bo", "max", seed=seed)
    it.say(Order("restart", by="bo"))
    it.say(Order("restart", by="max"), at="10s")
    assert [fact.owner for fact in it.until("1h").facts(ChangeDone)] == ["max"]


def test_a_listener_may_object_too_and_holds_nobody_up(play):
    seed = _speaks("dee", "restart", 0.4)
    it = play(HARMFUL, "dee", "max", seed=seed)
    it.say(Order("restart", by="max"))
    it.until("1h")
    assert [fact.person for fact in it.facts(Objected)] == ["dee"]
    assert it.times(ChangeStarted) == [0]


def test_who_has_said_it_does_not_say_it_again(play):
    it = play(HARMFUL, "bo", seed=_speaks("bo", "restart", 0.3))
    it.say(Order("restart", by="bo"))
    it.say(Order("restart", by="bo"), at="30m")
    assert [fact.person for fact in it.until("2h").facts(Objected)].count("bo") == 1


def test_the_quiet_say_nothing(play):
    it = play(HARMFUL, "bo", seed=_silent("bo", "restart"))
    it.say(Order("restart", by="bo"))
    assert it.until("1h").facts(Objected) == []


@pytest.mark.parametrize(("who", "least", "most"), [("max", 0, 0), ("bo", 0.01, 0.12), ("vic", 0.2, 0.42)])
def test_some_object_though_nothing_is_wrong(outage, play, who, least, most):
    scenario, seeds = outage(RISKY), range(200)
    objected = 0
    for seed in seeds:
        it = play(scenario, who, seed=seed)
        it.say(Order("roll back", by=who))
        objected += len(it.facts(Objected))
    assert least <= objected / len(seeds) <= most


def test_nobody_fears_what_was_checked(outage, play):
    scenario = outage(RISKY)
    for seed in range(40):
        it = play(scenario, "vic", seed=seed)
        it.say(Check("roll back", by="vic"))
        it.say(Order("roll back", by="vic"), at="15m")
        assert it.facts(Objected) == []


def test_what_waits_for_another_word_is_undone_by_no_workstream_that_is_closed(play):
    it = play(HARMFUL, "bo", seed=_speaks("bo", "restart", 0.3))
    it.say(Order("restart", by="bo"), at="1m")
    it.say(Revert("restart", workstream="gone"), at="1m")
    assert [entry.fact.reason for entry in it.entries if isinstance(entry.fact, Refused)] == [
        "No workstream 'gone' is open."
    ]


def polled(it, by="commander"):
    """Asked at 1:00, with nobody of the company who would object: the seconds until nobody has."""
    it.until("1m").world.issue(Poll("restart"), "poll restart", by)
    (answered,) = it.until("5m").times(NobodyObjected)
    return answered - 60


def test_a_poll_on_a_call_of_voices_is_soon_answered(play):
    assert polled(play("", "bo")) == 20


@pytest.mark.parametrize(("asks", "types"), [("commander", "responder"), ("technical-lead", "commander")])
def test_whoever_sits_at_a_keyboard_has_the_time_to_read_and_type(play, asks, types):
    it = play("", "bo")
    it.world.issue(Note("hello"), "note hello", types)
    assert polled(it, asks) == 60


@pytest.mark.parametrize("watches", ["observer", "facilitator"])
def test_nobody_waits_for_those_who_only_watch(play, watches):
    it = play("", "bo")
    it.world.issue(Look("board"), "board", watches)
    assert polled(it) == 20


def test_a_poll_is_told_by_the_name_of_whoever_asked(play):
    it = play("", "bo")
    polled(it, "technical-lead")
    assert it.facts(Polled) == [Polled("restart", "technical-lead")]
