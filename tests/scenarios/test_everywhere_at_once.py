"""The story of what is everywhere at once: the tools share the fault, the red switch has a price."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import ChangeFailed, ChangeStarted, Looked, Posted
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.script import run_script
from simulator.reasoning import ClueHeard, HazardSeen, Problem
from tests.plays import shipped

PATTERN, ENDLESS, GUARD = "a greedy pattern", "one shop's endless requests", "a guard that is gone"
CAUSES = [PATTERN, ENDLESS, GUARD]
SWITCH, BLOCK, ROLLBACK = "turn off all edge rules", "block the noisiest shop", "roll back the edge"
RULES_BACK = "put yesterday's edge rules back"
ATTACK = "an attack is going on"
CALM, UNDER_ATTACK = 7, 1
"""Seeds on which the switch's hazard is not real, and is."""


@pytest.fixture
def edge(rehearse):
    return lambda cause=PATTERN, seed=CALM: rehearse("everywhere-at-once", cause, seed)


def lost_work(it) -> float:
    """The share of customers whose work is being lost now: fraud, here."""
    return it._plant.at(it.world.now).losing


@pytest.mark.parametrize("cause", CAUSES)
def test_three_in_four_shops_fail_from_the_first_second_and_stay(edge, cause):
    it = edge(cause)
    assert 0.65 < it.failing < 0.8
    assert it.wait("90m").failing == pytest.approx(edge(cause).wait("5m").failing, abs=0.01)


@pytest.mark.parametrize("cause", CAUSES)
def test_tills_that_ask_again_look_like_an_attack_and_overload_nothing_else(edge, cause):
    it = edge(cause).wait("5m")
    assert 0.8 < it.load("gateway") < 1  # two thirds on a usual day at its busiest
    assert it.load("ledger") < 1


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("change", [ROLLBACK, RULES_BACK, "roll back the gateway"])
def test_nothing_that_needs_a_console_goes_through(edge, cause, change):
    it = edge(cause).make(change)
    (failed,) = (fact for _, fact in each(it.world.entries, ChangeFailed))
    assert "deploy-pipeline" in failed.says.lower()
    assert it.acted == []


def test_that_is_found_out_within_two_minutes():
    exercise = Exercise(*shipped("everywhere-at-once"), 3)
    run_script(
        exercise,
        f"declare SEV-1\npage joana\n@joined joana\norder {ROLLBACK} by joana\n@change-failed\nsignals",
    )
    began = next(entry.at for entry, _ in each(exercise.entries, ChangeStarted))
    (failed,) = (entry.at for entry, _ in each(exercise.entries, ChangeFailed))
    assert failed - began < 120
    assert [fact.readings for _, fact in each(exercise.entries, Looked)] == [()]


@pytest.mark.parametrize("cause", [PATTERN, ENDLESS])
def test_the_red_switch_ends_it_within_minutes_by_a_way_of_its_own(edge, cause):
    it = edge(cause).make(SWITCH)
    assert it.acted[-1].acted == "cured"
    assert it.minute < 20
    assert it.wait("2m").failing < 0.01


def test_with_the_rules_off_fraud_comes_in_until_somebody_puts_rules_back(edge):
    it = edge().make(SWITCH).wait("1h")
    assert lost_work(it) > 0.002
    assert lost_work(it.make(RULES_BACK).wait("2m")) == 0
    assert it.failing < 0.001


def test_who_did_not_check_may_open_the_door_to_an_attack(edge):
    calm, attacked = edge().make(SWITCH).wait("10m"), edge(seed=UNDER_ATTACK).make(SWITCH).wait("10m")
    assert calm.failing < 0.001
    assert 0.03 < attacked.failing < 0.1
    assert attacked.make(RULES_BACK).wait("2m").failing < 0.01


def test_without_a_guard_the_switch_is_half_of_it_and_opens_the_way_to_the_other_half(edge):
    it = edge(GUARD).make(SWITCH).wait("2m")
    assert 0.2 < it.failing < 0.35
    it.make(ROLLBACK)
    assert it.acted[-1].acted == "cured"
    assert it.wait("2m").failing < 0.01


def test_without_a_guard_the_switch_alone_is_no_end(edge):
    assert edge(GUARD).make(SWITCH).wait("60m").failing > 0.2


def test_the_block_is_right_where_one_shop_is_the_fuel_and_five_lost_minutes_elsewhere(edge):
    assert edge(ENDLESS, 1).make(BLOCK).wait("2m").failing < 0.01
    for cause in (PATTERN, GUARD):
        it, left = edge(cause).make(BLOCK), edge(cause)
        assert it.acted[-1].acted == "nothing"
        assert it.failing > left.wait(f"{it.minute}m").failing


def test_restarting_costs_the_little_that_still_worked(edge):
    it = edge().make("restart the edge")
    assert it.failing > 0.78
    assert it.wait("10m").failing == pytest.approx(edge().wait("5m").failing, abs=0.01)


def test_more_machines_behind_the_edge_change_nothing(edge):
    it = edge().make("scale out the gateway")
    assert it.acted[-1].acted == "nothing"


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=28000):
    return Problem.of(shipped("everywhere-at-once")[0], rate).advise(told)


def test_the_switch_is_best_at_once_and_a_quick_check_costs_hardly_more():
    first = advice()
    assert first.of("change", SWITCH).regret < 0.02 * first.best.cost
    assert first.of("check", SWITCH).regret < 0.05 * first.best.cost


def test_an_attack_is_no_reason_to_wait():
    assert advice(HazardSeen(SWITCH, ATTACK, True)).best.name == SWITCH


def test_blocking_whoever_is_loudest_is_worse_until_the_edge_has_said_whose_requests_they_are():
    first = advice()
    assert first.of("change", BLOCK).regret > 3 * first.of("check", SWITCH).regret
    told = advice(ClueHeard("edge", 2))
    assert told.of("change", BLOCK).regret < 0.25 * first.of("change", BLOCK).regret


def test_what_loses_most_is_the_restart():
    first = advice()
    hopeless = ["restart the edge", "scale out the gateway", "throttle traffic"]
    assert all(first.of("change", name).regret > first.of("change", BLOCK).regret for name in hopeless)


@pytest.mark.parametrize("seed", [2, 3])
def test_what_was_right_on_the_first_seed_is_not_on_others(seed):
    """Under the first seed's cause the loudest is the right one to block."""
    exercise = Exercise(*shipped("everywhere-at-once"), seed)
    run_script(exercise, f"declare SEV-1\npage joana\n@joined joana\norder {BLOCK} by joana")
    exercise.tick(exercise.scenario.limit)
    book = play(Exercise(*shipped("everywhere-at-once"), seed), PLAYERS["by-the-book"](seed))
    assert customer_minutes(exercise.entries) > 3 * customer_minutes(book.entries)


@pytest.mark.parametrize("seed", [1, 3])
def test_who_has_no_dashboards_names_what_the_alerts_tell(seed):
    played = play(Exercise(*shipped("everywhere-at-once"), seed), PLAYERS["by-the-book"](seed))
    first = next(
        fact.update for _, fact in each(played.entries, Posted) if fact.update.audience == "status page"
    )
    assert "pay by card" in first.scope
