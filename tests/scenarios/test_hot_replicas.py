"""The story of the hot replicas: nothing to take back, a fix in two parts, a minute of peace with a price."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.reasoning import ClueHeard, EffectSeen, Problem
from tests.plays import shipped

PLAN, LAME, GREEDY = "new plan", "lame copy", "greedy release"
CAUSES = [PLAN, LAME, GREEDY]
KILL, LISTS, ADD = "kill queries automatically", "turn off participant lists", "add read replicas"
BACK, RESTART = "roll back app", "restart the replicas"
CURES = [(PLAN, [KILL, LISTS]), (LAME, [ADD]), (GREEDY, [BACK])]


@pytest.fixture
def hot(rehearse):
    return lambda cause=PLAN: rehearse("hot-replicas", cause)


@pytest.mark.parametrize("cause", CAUSES)
def test_about_half_of_everything_fails_and_the_replicas_are_over_their_limit(hot, cause):
    it = hot(cause)
    assert 0.35 < it.failing < 0.55
    assert it.load("db-replicas") > 1.2
    assert it.load("db-main") < 0.8
    assert it.wait("3h").failing > 0.45


@pytest.mark.parametrize(("cause", "fix"), CURES)
def test_the_right_changes_end_it(hot, cause, fix):
    it = hot(cause).make(*fix)
    assert it.acted[-1].acted == "cured"
    assert it.wait("30m").failing < 0.01


@pytest.mark.parametrize("change", [BACK, "turn off new inbox", "turn off inbox counts", "kill slow queries"])
def test_nobody_changed_anything_so_nothing_can_be_taken_back(hot, change):
    it = hot()
    before = it.failing
    it.make(change, change)
    assert {fact.acted for fact in it.acted} == {"nothing"}
    assert it.wait("30m").failing > before - 0.05


def test_the_flag_alone_looks_as_if_it_were_not_the_one(hot):
    it = hot()
    before = it.failing
    it.make(LISTS)
    assert it.failing == pytest.approx(before, abs=0.03)
    it.make(KILL, LISTS)
    assert it.acted[-1].acted == "cured"


def test_killing_gives_some_room_and_cures_nothing(hot):
    it, left = hot().make(KILL), hot()
    left.wait(f"{it.minute}m")
    assert 0.1 < it.failing < 0.7 * left.failing
    assert it.wait("1h").failing > 0.1


@pytest.mark.parametrize("cause", CAUSES)
def test_a_restart_costs_the_warm_memory_for_an_hour(hot, cause):
    it, left = hot(cause).make(RESTART), hot(cause)
    assert it.acted[-1].harmed
    left.wait(f"{it.minute + 30}m")
    assert it.wait("30m").failing > left.failing + 0.08


def test_a_restart_is_felt_even_after_the_cure(hot):
    it = hot(GREEDY).make(RESTART, BACK).wait("2m")
    assert it.acted[-1].acted == "cured"
    assert it.wait("90m").failing < 0.01


def test_counting_the_tables_anew_helps_for_a_while_if_at_all(rehearse):
    plays = (rehearse("hot-replicas", PLAN, seed).make("refresh the statistics") for seed in range(1, 9))
    acted = {it.acted[-1].acted for it in plays}
    assert acted == {"relieved", "nothing"}


def lost(player, seed):
    return customer_minutes(play(Exercise(*shipped("hot-replicas"), seed), PLAYERS[player](seed)).entries)


def test_who_knows_one_world_by_heart_does_worse_in_others():
    seeds = range(2, 8)
    assert sum(lost("memorised", seed) for seed in seeds) > 1.5 * sum(
        lost("by-the-book", seed) for seed in seeds
    )


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=25000, place=frozenset()):
    return Problem.of(shipped("hot-replicas")[0], rate).advise(told, place, place)


def test_first_the_database_is_asked_not_who_shipped():
    first = advice()
    assert (first.best.kind, first.best.name) == ("look", "db-replicas")
    assert first.of("change", RESTART).regret > first.of("change", BACK).regret > 0


def test_one_rollback_in_vain_speaks_against_releases():
    before, after = advice(), advice(EffectSeen(BACK, "nothing"))
    assert after.belief[GREEDY] < 0.2 * before.belief[GREEDY]
    assert BACK not in {name for _, name in after.path[:4]}


def test_a_query_that_lost_its_index_is_killed_then_its_feature_turned_off():
    path = [name for kind, name in advice(ClueHeard("db-replicas", 1)).path if kind == "change"]
    assert path[:2] == [KILL, LISTS]


def test_a_lame_copy_is_replaced():
    assert advice(ClueHeard("db-replicas", 3)).best.name == ADD


@pytest.mark.parametrize(("cause", "full"), [("quarterly export", False), ("new plan", True)])
def test_nobody_proposes_a_restart_of_replicas_that_are_well(rehearse, cause, full):
    it = rehearse("hot-replicas", cause, 2).wait("90m")
    said = " ".join(str(getattr(entry.fact, "says", "")) for entry in it.world.entries)
    assert ("hardly log in" in said) is full
    assert ("four hundred agents" in said) is full
