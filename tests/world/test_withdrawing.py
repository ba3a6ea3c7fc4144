"""Taking back what was asked: off somebody's hands, off the list of requests, and what lapses by itself."""

import pytest

from simulator.domain.command import (
    Ask,
    Check,
    Investigate,
    Order,
    Prepare,
    Release,
    Verify,
    Withdraw,
)
from simulator.domain.fact import (
    ChangePrepared,
    ClueFound,
    HazardChecked,
    NotKnown,
    Refused,
    Said,
    TaskEnded,
    TaskGiven,
    TaskStarted,
    Verified,
    Withdrawn,
)
from simulator.domain.organisation import Hazard
from simulator.domain.value import replace
from simulator.exercise import board_of
from simulator.world.voice.voice import WORDS


def told(it):
    """What was taken back, and who had it."""
    return [(fact.what, fact.subject, fact.owner, fact.by) for fact in it.facts(Withdrawn)]


def work(it, now):
    return [
        (each.what, each.subject, each.owner) for each in board_of(it.entries, "commander", now).work.values()
    ]


def refusal(it):
    return next(fact.reason for fact in reversed(it.facts(Refused)))


def nobody_takes_it(play):
    """A play whose first request without a name is never taken, and what was asked in it at 1:00."""
    for seed in range(99):
        it = play("", "bo", "cem", seed=seed)
        it.say(Investigate("shop"), at="1m")
        if not it.until("10m").facts(TaskStarted):
            return seed
    raise AssertionError("each was taken")


def test_whoever_is_taken_off_a_look_is_free_at_once_and_says_so(play):
    it = play("", "bo")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(Withdraw("bo"), at="2m")
    assert told(it) == [("investigate", "shop", "bo", "commander")]
    assert it.times(TaskEnded) == it.times(Said) == [120]
    assert any(it.facts(Said)[0].says.endswith(words.format(what="shop")) for words in WORDS["taken off"])
    assert work(it, 130) == []
    it.say(Check("roll back", by="bo"), at="2m30s")
    assert it.until("30m").times(TaskStarted) == [60, 150]
    assert it.facts(ClueFound) == []
    assert len(it.facts(HazardChecked)) == 1


@pytest.mark.parametrize(
    "said",
    [Withdraw("shop"), Withdraw("shop", "look"), Withdraw("shop", by="bo"), Withdraw("bo", "look")],
    ids=repr,
)
def test_a_look_is_ended_by_its_place_or_by_whose_it_is(play, said):
    it = play("", "bo")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(said, at="2m")
    assert told(it) == [("investigate", "shop", "bo", "commander")]


def test_what_waits_for_busy_hands_is_taken_back_before_it_begins(play):
    it = play("", "bo")
    it.say(Investigate("shop", by="bo"), Check("roll back", by="bo"), at="1m")
    it.say(Withdraw("roll back", "check"), at="2m")
    assert told(it) == [("check", "roll back", "bo", "commander")]
    assert it.times(Said) == [60], "that it comes after the look, and nothing once it is taken back"
    assert [fact.what for fact in it.until("1h").facts(TaskStarted)] == ["investigate"]


def test_preparing_is_taken_back_too(play):
    it = play("", "bo")
    it.say(Prepare("roll back", by="bo"), at="1m")
    it.say(Withdraw("roll back"), at="90s")
    assert told(it) == [("prepare", "roll back", "bo", "commander")]
    assert it.until("1h").facts(ChangePrepared) == []


def test_a_request_that_nobody_has_taken_is_taken_back_first(play):
    it = play("", "bo", "cem", seed=nobody_takes_it(play))
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(Investigate("shop"), at="70s")
    it.say(Withdraw("shop"), at="80s")
    assert told(it) == [("investigate", "shop", "", "commander")]
    assert work(it, 90) == [("investigate", "shop", "bo")]
    assert len(it.until("30m").facts(ClueFound)) == 1


def test_where_two_are_at_it_somebody_is_named(play):
    it = play("", "bo", "cem")
    it.say(Investigate("shop", by="bo"), Investigate("shop", by="cem"), at="1m")
    it.say(Withdraw("shop"), at="2m")
    assert refusal(it) == "Bo and Cem are at it. Say whose: withdraw shop by bo."
    it.say(Withdraw("shop", by="cem"), at="2m30s")
    assert told(it) == [("investigate", "shop", "cem", "commander")]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (
            Withdraw("shop"),
            "There is no look, check or preparation of 'shop' to take back.",
        ),
        (Withdraw("bo"), "Bo has no look, check or preparation in hand that could be taken off them."),
        (Withdraw("bo", "check"), "Bo has no check in hand that could be taken off them."),
        (Withdraw("cem"), "Cem is not on the call. To get Cem: page cem."),
    ],
    ids=repr,
)
def test_what_nobody_does_cannot_be_taken_back(play, said, why):
    it = play("", "bo")
    it.say(said, at="1m")
    assert refusal(it) == why


def test_what_is_being_made_or_watched_is_not_taken_back_in_mid_air(play):
    it = play("", "bo")
    it.say(Order("roll back", by="bo"), at="1m")
    it.say(Withdraw("roll back"), Withdraw("bo"), at="2m")
    assert it.facts(Withdrawn) == []
    assert refusal(it).endswith("They are busy with 'roll back'.")
    it.until("20m").say(Verify("roll back", by="bo"))
    it.say(Withdraw("roll back"), at="21m")
    assert it.facts(Withdrawn) == []
    assert len(it.until("1h").facts(Verified)) == 1


def test_it_is_told_by_whoever_said_so(play):
    it = play("", "bo")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.world.issue(Withdraw("bo"), "stop bo", "technical-lead")
    assert told(it) == [("investigate", "shop", "bo", "technical-lead")]


def test_a_request_lapses_once_somebody_is_named_for_it(play):
    """On the board too: it stands there once, with who does it."""
    it = play("", "bo", "cem", seed=nobody_takes_it(play))
    it.say(Investigate("shop"), at="1m")
    it.say(Investigate("shop", by="bo"), at="10m")
    assert work(it.until("11m"), 660) == [("investigate", "shop", "bo")]
    assert told(it) == [("investigate", "shop", "", "")]
    (lapsed,) = [entry for entry in it.entries if isinstance(entry.fact, Withdrawn)]
    assert it.entries[lapsed.because - 1].fact == TaskGiven("t2", "investigate", "shop", "bo", 0)
    it.until("1h")
    assert len(it.facts(ClueFound)) == 1
    assert work(it, 3600) == []


def test_not_once_somebody_is_named_who_cannot_tell(play):
    it = play("", "bo", "fay", seed=nobody_takes_it(play))
    it.say(Investigate("shop"), at="1m")
    it.say(Investigate("shop", by="fay"), at="10m")
    it.until("20m")
    assert len(it.facts(NotKnown)) == 1
    assert told(it) == []


def test_nor_is_a_check_of_one_hazard_one_of_the_other(harbour, outage, play):
    change = harbour.runbook["roll back"]
    risky = replace(change, hazards=(*change.hazards, Hazard("the queue is full", 60)))
    company = replace(harbour, runbook={**harbour.runbook, "roll back": risky})
    it = play(outage("", company), "bo")
    it.say(Check("roll back", by="bo"), at="1m")
    assert len(it.until("1h").facts(HazardChecked)) == 2


def test_who_is_at_it_says_so_and_takes_it_no_second_time(play):
    """Whatever was asked for of nobody by name while somebody had it in hand."""
    for seed in range(20):
        it = play("", "bo", seed=seed)
        it.say(Investigate("shop", by="bo", within=1800), at="1m")
        it.say(Investigate("shop"), at="70s")
        it.until("1h")
        assert [fact.what for fact in it.facts(TaskStarted)] == ["investigate"]
        assert told(it) == [("investigate", "shop", "", "")]


def test_who_joins_and_takes_an_old_request_says_so(play):
    for seed in range(99):
        it = play("", seed=seed)
        it.parts.responders._join(it.parts.responders["eli"], 0)
        it.say(Investigate("shop"), at="1m")
        it.until("10m")
        if not it.parts.responders.unowned:
            continue
        it.parts.responders._join(it.parts.responders["bo"], 0)
        it.until("11m")
        asked, said = it.facts(Said)
        assert (asked.who, said.who) == ("eli", "bo")
        assert [fact.owner for fact in it.facts(TaskStarted)] == ["bo"]
        return
    raise AssertionError("it was always taken at once, or never")


@pytest.mark.parametrize(
    "said", [Investigate("shop", by="bo"), Check("roll back", by="bo"), Prepare("roll back", by="bo")]
)
def test_two_who_ask_the_same_person_for_the_same_are_one_request(play, said):
    it = play("", "bo")
    it.say(said, at="1m")
    it.world.issue(said, "again", "technical-lead")
    assert refusal(it) == "Bo has been asked for that already, and is at it or will be."
    it.until("1h").say(said)
    assert len(it.until("2h").facts(TaskStarted)) == 2


def test_nor_is_anybody_asked_twice_what_changed(play):
    it = play("clues: {what changed?: [{says: A release., odds: {always: 100%}}]}\n", "bo", "cem")
    it.say(Ask("what changed", "bo"), Ask("what changed", "bo"), at="1m")
    assert refusal(it) == "Bo has been asked for that already, and is at it or will be."
    it.say(Ask("what changed", "cem"), at="2m")
    assert len(it.until("1h").facts(ClueFound)) == 2


def test_who_was_taken_off_and_goes_leaves_nothing_behind(play):
    it = play("", "bo", "cem")
    it.say(Investigate("shop", by="bo"), at="1m")
    it.say(Withdraw("bo"), Release("bo"), at="2m")
    assert [fact.task for fact in it.until("1h").facts(TaskEnded)] == ["t1"]
