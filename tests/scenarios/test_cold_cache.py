"""The story of the cold cache, path by path: what keeps it going, what ends it, what hurts."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import Overloaded
from simulator.reasoning import ClueHeard, EffectSeen, Problem
from tests.plays import shipped

PAUSE = "pause the infrastructure rollout"
STOP = "stop the scheduled jobs"
THROTTLE = "throttle traffic"
SLOWLY, AT_ONCE = "lift the throttle slowly", "lift the throttle at once"
SMALLER = "ship the smaller inbox query"
ROLLOUT, REPORT, CROWD = "agent rollout", "usage report", "a crowd of strangers"
TRIGGERS = [(ROLLOUT, [PAUSE]), (REPORT, [STOP]), (CROWD, [])]
CAUSES = [cause for cause, _ in TRIGGERS]
OPEN, SHUT = 0.02, 0.6
"""Fewer customers than the one fail when it is over, more than the other when the database drowns."""


@pytest.fixture
def cold(rehearse):
    return lambda cause=ROLLOUT: rehearse("cold-cache", cause)


@pytest.mark.parametrize("cause", CAUSES)
def test_it_begins_with_half_of_all_customers_and_grows(cold, cause):
    it = cold(cause)
    assert 0.4 < it.failing < 0.6
    assert it.wait("12m").failing > 0.7
    assert it.wait("20m").failing > 0.8
    assert it.warmth < 0.05


@pytest.mark.parametrize("cause", CAUSES)
def test_left_alone_it_stays_for_hours(cold, cause):
    it = cold(cause)
    assert it.wait("3h").failing > 0.8
    assert len([fact for _, fact in each(it.world.entries, Overloaded) if fact.service == "db-main"]) == 1


@pytest.mark.parametrize(("cause", "trigger"), TRIGGERS[:2])
def test_removing_the_trigger_is_not_the_cure(cold, cause, trigger):
    it = cold(cause).make(*trigger)
    assert it.acted[-1].acted == "stopped"
    assert it.wait("90m").failing > 0.8


@pytest.mark.parametrize(("cause", "trigger"), TRIGGERS)
def test_the_fix_of_all_parts_with_patience_ends_it(cold, cause, trigger):
    it = cold(cause).make(*trigger, THROTTLE)
    assert it.load("db-main") < 0.7
    assert it.failing > 0.85  # the price: nearly everybody is turned away meanwhile
    it.refill(0.7).make(SLOWLY)
    assert it.acted[-1].acted == "cured"
    assert it.minute < 90
    assert it.wait("10m").failing < OPEN
    assert it.wait("2h").failing < OPEN


@pytest.mark.parametrize("lift", [SLOWLY, AT_ONCE])
def test_who_opens_the_door_while_the_cache_is_cold_drowns_it_again(cold, lift):
    it = cold().make(PAUSE, "turn off new inbox", THROTTLE, lift).wait("25m")
    assert it.failing > SHUT
    assert it.warmth < 0.4


def test_at_once_needs_a_cache_as_warm_as_ever(cold):
    half = cold().make(PAUSE, THROTTLE).refill(0.6).make(AT_ONCE).wait("30m")
    assert half.failing > SHUT
    full = cold().make(PAUSE, THROTTLE).refill(1.0).make(AT_ONCE).wait("30m")
    assert full.failing < OPEN


def test_undoing_the_throttle_is_opening_the_door_at_once(cold):
    it = cold().make(PAUSE, THROTTLE).refill(0.5).undo(THROTTLE).wait("20m")
    assert it.failing > SHUT


def test_after_a_relapse_it_can_be_done_again_and_better(cold):
    it = cold().make(PAUSE, THROTTLE, AT_ONCE).wait("20m")
    assert it.failing > SHUT
    it.make(THROTTLE).refill(0.7).make(SLOWLY).wait("15m")
    assert it.failing < OPEN


@pytest.mark.parametrize("cause", [ROLLOUT, REPORT])
def test_with_the_trigger_still_there_it_comes_back(cold, cause):
    it = cold(cause).make(THROTTLE).refill(0.7).make(SLOWLY)
    assert it.acted[-1].acted == "worked"
    assert it.wait("40m").failing > SHUT


@pytest.mark.parametrize("cause", CAUSES)
def test_the_smaller_query_cures_too_but_late(cold, cause):
    it = cold(cause).make(SMALLER)
    assert 45 <= it.minute <= 150
    assert it.wait("5m").failing < OPEN
    assert it.refill().wait("30m").failing < OPEN


@pytest.mark.parametrize("partly", ["add main database replicas", "turn off inbox counts"])
def test_more_copies_and_fewer_counts_help_a_little(cold, partly):
    without, it = cold().wait("3h"), cold().make(partly)
    it.wait(f"{180 - it.minute}m")
    assert without.failing - 0.15 < it.failing < without.failing - 0.01


def test_clearing_the_cache_is_a_catastrophe(cold):
    it = cold().make(THROTTLE).refill(0.6).make("clear cache")
    assert it.acted[-1].harmed
    assert it.warmth < 0.05
    early, left = cold().make("clear cache"), cold()
    left.wait(f"{early.minute}m")
    assert early.failing > left.failing + 0.1
    assert it.make(PAUSE, SLOWLY).wait("25m").failing > SHUT


@pytest.mark.parametrize("change", ["restart main database", "fail over main database"])
def test_a_database_that_restarts_answers_nobody_and_comes_back_to_the_same(cold, change):
    it = cold().make(change)
    assert it.failing > 0.98
    assert it.wait("12m").failing > 0.85
    assert it.wait("1h").failing > 0.8


def test_nodes_for_the_app_only_add_to_the_crowd(cold):
    it = cold().make("scale out app")
    assert it.acted[-1].harmed
    assert it.load("db-main") > 5


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=35000):
    return Problem.of(shipped("cold-cache")[0], rate).advise(told)


def test_the_fix_of_several_parts_is_found(cold):
    kinds = {name for _, name in advice().path}
    assert {THROTTLE, SLOWLY, PAUSE} <= kinds
    sure = advice(ClueHeard("cache", 1))
    assert [name for _, name in sure.path[:3]] in ([PAUSE, THROTTLE, SLOWLY], [THROTTLE, PAUSE, SLOWLY])


def test_what_an_expert_might_do_first_costs_about_the_same(cold):
    first = advice()
    likely = [("change", PAUSE), ("change", THROTTLE), ("look", "cache"), ("change", STOP)]
    assert all(first.of(*choice).regret < 0.08 * first.best.cost for choice in likely)


def test_paused_and_throttled_it_is_lifted(cold):
    told = (
        ClueHeard("cache", 1),
        EffectSeen(PAUSE, "nothing"),
        EffectSeen(THROTTLE, "helped", frozenset({PAUSE})),
    )
    assert advice(*told).best.name == SLOWLY


def test_what_looks_like_the_report_is_stopped_instead(cold):
    path = [name for _, name in advice(ClueHeard("cache", 2), ClueHeard("workers", 1)).path[:3]]
    assert STOP in path
    assert PAUSE not in path


def test_clearing_the_cache_is_by_far_the_worst_of_what_is_quick(cold):
    first = advice()
    scenario, _ = shipped("cold-cache")
    quick = [name for name in scenario.outcomes if scenario.organisation.runbook[name].takes.median <= 1200]
    regrets = {name: first.of("change", name).regret for name in quick}
    worst = regrets.pop("clear cache")
    assert worst > 0.9 * first.best.cost
    assert worst > 1.5 * max(regrets.values())
