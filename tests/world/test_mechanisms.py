"""Faults that come and go, heal, or leave no tools; changes that hang, take two, or mend what others did."""

import pytest

from simulator.authoring import read_organisation
from simulator.domain import command as said
from simulator.domain.fact import (
    ChangeActed,
    ChangeDone,
    ChangeFailed,
    ChangeHung,
    EffectSetIn,
    Healed,
    Joined,
    Looked,
    TaskEnded,
    TaskStarted,
    Verified,
)
from tests.world.conftest import HERE, Play

COMES_AND_GOES = """
causes:
  flapping:
    truth: A file that is good or bad, every ten minutes anew.
    does: {at: 5m, to: shop, errors: 40%, for: 4m, every: 10m}
"""
HEALS = """
causes:
  blip:
    truth: It goes as it came.
    heals: 30m
    does: {to: shop, errors: 40%}
"""
WOKEN = """
causes:
  bug: {truth: A bug., does: {to: shop, errors: 40%}}
changes:
  roll back: {bug: {cures: 100%, harms: {to: base, errors: 20%}}}
  cheaper reads: {always: {mends: [roll back]}}
"""


def test_what_comes_and_goes_comes_back(play):
    it = play(COMES_AND_GOES)
    felt = [minute for minute in range(1, 60) if it.until(f"{minute}m30s").failing(f"{minute}m30s")]
    assert felt == [m for begin in (5, 15, 25, 35, 45, 55) for m in range(begin, min(60, begin + 4))]


def test_what_came_and_went_before_the_exercise_keeps_its_turns(play):
    it = play("began: 13m" + COMES_AND_GOES.replace("at: 5m", "at: 0s"))
    felt = [minute for minute in range(40) if it.until(f"{minute}m30s").failing(f"{minute}m30s")]
    assert felt == [0, *(m for begin in (7, 17, 27, 37) for m in range(begin, min(40, begin + 4)))]


def test_a_cure_ends_it_for_good(play):
    it = play(COMES_AND_GOES, "ana").until("6m")
    it.say(said.Order("mend", "ana"))
    it.until("2h")
    assert [at for at, fact in it.timed(EffectSetIn) if fact.why == "flapping"] == [300]


def test_a_change_that_shakes_goes_on_until_it_is_undone(play):
    harms = "changes:\n  roll back: {always: {harms: {to: door, errors: 10%, for: 2m, every: 5m}}}\n"
    it = play(harms, "bo").until("1m")
    it.say(said.Order("roll back", "bo"))
    it.until("23m").say(said.Revert("roll back", "bo"))
    it.until("2h")
    assert [at // 60 for at, fact in it.timed(EffectSetIn) if fact.to == "door"] == [11, 16, 21, 26]


def test_some_faults_are_over_by_themselves(play):
    it = play(HEALS).until("2h")
    assert it.timed(Healed) == [(1800, Healed("blip"))]
    assert it.failing("29m") > 0
    assert it.failing("31m") == 0


def test_a_cure_that_was_quicker_stays(play):
    it = play(HEALS, "ana").until("1m")
    it.say(said.Order("mend", "ana"))
    it.until("2h")
    assert it.facts(Healed) == []


def test_undoing_a_cure_after_it_has_healed_brings_nothing_back(play):
    it = play(HEALS, "ana").until("1m")
    it.say(said.Order("mend", "ana"))
    it.until("40m").say(said.Revert("mend", "ana"))
    assert it.until("2h").failing("1h") == 0


def test_a_cure_can_wake_something_that_another_change_mends(play):
    it = play(WOKEN, "bo", "ana").until("1m")
    it.say(said.Order("roll back", "bo"))
    assert it.until("20m").failing("20m") == pytest.approx(0.9 * 0.2)
    it.say(said.Order("cheaper reads", "ana"))
    assert it.until("1h30m").failing("1h30m") == 0
    assert [fact.acted for fact in it.facts(ChangeActed)] == ["cured", "worked"]


def test_what_has_nothing_to_mend_does_nothing(play):
    it = play(WOKEN, "bo", "ana").until("1m")
    it.say(said.Order("cheaper reads", "ana"))
    it.until("1h")
    assert [(fact.acted, fact.harmed) for fact in it.facts(ChangeActed)] == [("nothing", False)]


def _harbour(*changes):
    text = (HERE / "harbour.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    reading = read_organisation(text, "harbour.yaml")
    assert not reading.problems, reading.problems
    return reading.value


@pytest.fixture(scope="module")
def tools(outage):
    """Harbour with a pipeline, dashboards that stand on the base, and a change that takes two."""
    company = _harbour(
        ("  mail:   {team: post}", "  mail:   {team: post}\n  pipeline: {team: web, needs: [base]}"),
        ("{kind: rollback, on: shop,", "{kind: rollback, on: shop, through: pipeline,"),
        ("{kind: scale, on: shards,", "{kind: scale, on: shards, hands: 2,"),
        ("{kind: restart, on: shop,", "{kind: restart, on: shop, sticks: {odds: 100%, for: 30m},"),
        ("\nsites:", "\ntools: {dashboards: base, sign-on: base}\n\nsites:"),
    )
    return lambda text, *here: Play(outage(text, company), 1, here)


DOWN = """
causes:
  base is down:
    truth: The base is down for half an hour.
    does: {at: 0s, to: base, errors: 90%, for: 30m}
"""


def test_a_change_fails_while_its_tool_is_broken(tools):
    it = tools(DOWN, "bo").until("1m")
    it.say(said.Order("roll back", "bo"))
    it.until("10m")
    (failed,) = it.facts(ChangeFailed)
    assert "pipeline" in failed.says
    assert it.times(ChangeFailed) == [60 + 90]


def test_it_works_again_once_the_tool_does(tools):
    it = tools(DOWN, "bo").until("31m")
    it.say(said.Order("roll back", "bo"))
    it.until("1h")
    assert [fact.change for fact in it.facts(ChangeDone)] == ["roll back"]


def test_without_dashboards_there_is_nothing_to_read(tools):
    it = tools(DOWN, "bo").until("1m")
    it.say(said.Look("signals"))
    it.until("31m").say(said.Look("signals"))
    dark, light = it.facts(Looked)
    assert dark.readings == ()
    assert light.readings
    assert it.world.shown(60) == ()
    assert it.world.shown(1800)


def test_without_dashboards_nothing_can_be_verified(tools):
    it = tools(DOWN, "bo", "ana").until("1m")
    it.say(said.Order("cheaper reads", "ana"))
    it.until("20m").say(said.Verify("cheaper reads", "shop errors", 180, "bo"))
    (seen,) = it.until("29m").facts(Verified)
    assert (seen.result, seen.confounded, seen.before, seen.after) == ("unclear", (), 0.0, 0.0)


def test_what_takes_two_waits_for_two(tools):
    it = tools("", "dee")
    reason = it.parts and it.world.allows(said.Order("add shards", "dee"))
    assert reason == (
        "'add shards' takes 2 people who can work on shards; 1 of them is here. To get more: page data."
    )


def test_the_second_pair_of_hands_is_busy_as_long(tools):
    it = tools("", "dee", "ana").until("1m")
    it.say(said.Order("add shards", "dee"))
    it.until("10m")
    works = [(fact.owner, fact.what) for fact in it.facts(TaskStarted)]
    assert works == [("dee", "change"), ("ana", "assist")]
    assert it.parts.responders["ana"].task is None


def test_a_change_that_hangs_says_so_and_takes_longer(tools):
    it = tools("", "bo").until("1m")
    it.say(said.Order("restart", "bo"))
    it.until("1h")
    assert [(at, "restart" in fact.says) for at, fact in it.timed(ChangeHung)] == [(300, True)]
    assert it.times(ChangeDone) == [60 + 240 + 1800]


def test_whoever_made_what_hangs_has_their_hands_free(tools):
    it = tools("", "bo").until("1m")
    it.say(said.Order("restart", "bo"))
    it.until("6m")
    assert it.times(ChangeHung) == [300]
    it.say(said.Investigate("base", "bo"))
    it.until("30m")
    assert it.timed(TaskStarted)[-1][0] == 360
    assert it.timed(TaskEnded)[-1][1].subject == "base"


def test_it_moves_again_without_them(tools):
    """Bo goes home while it hangs: it is made all the same, and nobody says a word."""
    it = tools("", "bo").until("1m")
    it.say(said.Order("restart", "bo"))
    it.until("6m").say(said.Release("bo"))
    it.until("1h")
    assert [(at, fact.says) for at, fact in it.timed(ChangeDone)] == [(60 + 240 + 1800, "")]


def test_without_sign_on_it_takes_longer_to_get_in(tools):
    """The same person under the same seed, while the base that sign-on needs is down and once it is back."""
    down, up = tools(DOWN), tools(DOWN)
    down.until("1m").say(said.Page("ana"))
    up.until("40m").say(said.Page("ana"))
    later = down.until("2h").times(Joined)[-1] - 60
    assert later > up.until("2h").times(Joined)[-1] - 2400 + 180
