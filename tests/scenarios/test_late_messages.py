"""The story of the late messages: a switch that is done and does nothing, and a P2 that should stay one."""

import pytest

from simulator.domain.command import Order
from simulator.domain.entry import each
from simulator.domain.fact import ChangeDone, ChangeFailed, Verified
from simulator.exercise import Exercise
from simulator.exercise.script import run_script
from simulator.reasoning import EffectSeen, HazardSeen, Problem
from tests.plays import shipped

DEAF, STALE, CROWDED = "deaf hosts", "stale switches", "crowded hosts"
CAUSES = [DEAF, STALE, CROWDED]
OFF, STORAGE = "turn off batched pushes", "fail over the flag storage"
RESTART, SPREAD = "restart the push nodes", "spread the connections"
HAMMER = "turn off all pushes"
UNREADABLE = "they cannot read their flags"
SMALL = 0.03


@pytest.fixture
def late(rehearse):
    return lambda cause=DEAF, seed=3: rehearse("late-messages", cause, seed)


@pytest.mark.parametrize("cause", CAUSES)
def test_few_customers_feel_it_and_it_does_not_spread(late, cause):
    it = late(cause)
    before = it.failing
    assert 0.015 < before < SMALL
    assert it.wait("2h").failing == before


def test_the_switch_is_done_and_nothing_has_changed(late):
    it = late()
    before = it.failing
    it.make(OFF)
    told = [fact for _, fact in each(it.world.entries, ChangeDone)]
    assert "Off" in told[0].says
    assert it.acted[-1].acted == "nothing"
    assert it.wait("30m").failing == before


def test_hosts_that_were_told_to_stop_listen_only_when_they_start(late):
    it = late().make(RESTART)
    assert it.acted[-1].acted == "cured"
    assert it.wait("5m").failing == 0


def test_a_console_whose_storage_is_ill_switches_nothing(late):
    it = late(STALE)
    before = it.failing
    say(it, OFF)
    failed = [fact for _, fact in each(it.world.entries, ChangeFailed)]
    assert "flag-console" in failed[0].says.lower()
    assert it.failing == before
    it.make(STORAGE, OFF)
    assert it.acted[-1].acted == "cured"
    assert it.wait("5m").failing == 0


def say(it, change):
    it.world.issue(Order(change, by="sean"), change, "commander")
    it.wait("10m")


def test_where_no_switch_reaches_a_host_a_restart_is_what_makes_it_large(late):
    worlds = (late(STALE, seed) for seed in range(1, 30))
    it = next(it for it in worlds if it.world._parts.changes.hazards[RESTART, UNREADABLE])
    before = it.failing
    it.make(RESTART)
    assert it.failing > 2.5 * before


def test_the_switch_was_innocent_where_hosts_are_crowded(late):
    it = late(CROWDED)
    before = it.failing
    it.make(OFF)
    assert it.acted[-1].acted == "nothing"
    it.make(RESTART)
    assert it.acted[-1].acted == "relieved"
    assert it.wait("20m").failing == before
    worlds = (late(CROWDED, seed).make(SPREAD) for seed in range(1, 10))
    assert next(it for it in worlds if it.acted[-1].acted == "cured").wait("5m").failing == 0


@pytest.mark.parametrize("cause", [DEAF, CROWDED])
def test_the_big_hammer_makes_it_three_times_as_many(late, cause):
    it = late(cause)
    before = it.failing
    it.make(HAMMER)
    assert it.failing > 2.5 * before
    it.undo(HAMMER)
    assert it.failing == before


FIXED = """
declare P2
@joined sean
order turn off batched pushes by sean
@change-done turn off batched pushes
verify turn off batched pushes by sean
@verified turn off batched pushes
"""


def test_only_the_signal_tells_that_the_switch_did_nothing():
    exercise = Exercise(*shipped("late-messages"), 3)
    run_script(exercise, FIXED)
    results = [fact.result for _, fact in each(exercise.entries, Verified)]
    assert results == ["same"]


# ---- what an expert would decide, on the author's table ----


def advice(*told, place=frozenset()):
    return Problem.of(shipped("late-messages")[0], 1000).advise(told, place, place)


def test_the_switch_seen_to_do_nothing_makes_the_restart_the_next_step():
    told = (HazardSeen(RESTART, UNREADABLE, False), EffectSeen(OFF, "nothing"))
    assert advice(*told, place=frozenset({OFF})).best.name in (RESTART, SPREAD, "realtime")


def test_a_check_that_finds_the_switches_unreadable_sends_to_the_storage():
    """What was switched before reaches the hosts once the storage hands it on: either may come first."""
    path = [name for _, name in advice(HazardSeen(RESTART, UNREADABLE, True)).path]
    assert {*path[:2]} == {STORAGE, OFF}
    assert RESTART not in path[:2]


def test_turning_all_pushes_off_is_the_worst_of_what_is_quick():
    first = advice()
    regrets = {name: first.of("change", name).regret for name in (OFF, STORAGE, SPREAD, HAMMER)}
    assert max(regrets, key=regrets.__getitem__) == HAMMER
