"""Player programs: they type like anyone, and how they fare against each other is as it should be."""

from statistics import mean

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import (
    CalledMitigated,
    ChangeOrdered,
    ChangeStarted,
    ClueFound,
    Declared,
    Ended,
    HazardChecked,
    Misread,
    Posted,
    Refused,
    Resolved,
    Verified,
)
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, ROSTER, best_possible, cure_of, play
from simulator.exercise.players.foresight import Foresight
from tests.plays import shipped

SEEDS = range(1, 11)


def lost(player, seed):
    return customer_minutes(play(Exercise(*shipped(), seed), PLAYERS[player](seed)).entries)


def test_idle_lets_it_run_to_the_limit():
    exercise = play(Exercise(*shipped(), 1), PLAYERS["idle"]())
    assert exercise.entries[-1].at == exercise.scenario.limit


@pytest.mark.parametrize("seed", SEEDS)
def test_by_the_book_resolves_every_seed_and_is_never_misread(seed):
    exercise = play(Exercise(*shipped(), seed), PLAYERS["by-the-book"](seed))
    for kind in (Declared, Posted, Verified, Ended):
        assert list(each(exercise.entries, kind)), kind
    told = any(fact.update.state == "resolved" for _, fact in each(exercise.entries, Posted))
    closed = any(True for _ in each(exercise.entries, Resolved))
    assert closed or (told and exercise.entries[-1].fact == Ended("time is up"))
    assert not list(each(exercise.entries, Misread))
    assert not list(each(exercise.entries, Refused))
    assert exercise.entries[-1].fact in (Ended("ended by the commander"), Ended("time is up"))


def test_the_random_player_says_wrong_things_too():
    facts = [
        type(entry.fact)
        for seed in range(6)
        for entry in play(Exercise(*shipped(), seed), PLAYERS["random"](seed)).entries
    ]
    assert Misread in facts
    assert Refused in facts


def test_with_all_hands_paged_the_first_to_come_will_do():
    """Of the seeds some have an on-call who misses the page, or comes late."""
    plan = ("fail over a shard",)

    def lost(seed, all_hands):
        return customer_minutes(play(Exercise(*shipped(), seed), Foresight(plan, all_hands)).entries)

    saved = [lost(seed, False) - lost(seed, True) for seed in range(1, 7)]
    assert max(saved) > 10_000
    assert all(best_possible(*shipped(), seed) <= lost(seed, True) for seed in (1, 2))


def test_what_adds_up_is_made_several_times_where_that_is_best():
    """On this seed the book adds replicas three times; once and a fix was taken for the best there is."""
    scenario, doctrine = shipped("hot-replicas")
    booked = customer_minutes(play(Exercise(scenario, doctrine, 8), PLAYERS["by-the-book"](8)).entries)
    assert best_possible(scenario, doctrine, 8) < booked


def test_by_the_book_loses_far_less_than_idle_and_nobody_beats_the_best_possible():
    book = {seed: lost("by-the-book", seed) for seed in SEEDS}
    idle = {seed: lost("idle", seed) for seed in SEEDS}
    best = {seed: best_possible(*shipped(), seed) for seed in SEEDS}
    assert mean(book.values()) < 0.4 * mean(idle.values())
    for seed in SEEDS:
        assert best[seed] <= min(book[seed], idle[seed]) * 1.0001


def facts(player, kind, seed=2, outage="write-stall"):
    return [
        fact for _, fact in each(play(Exercise(*shipped(outage), seed), PLAYERS[player](seed)).entries, kind)
    ]


@pytest.mark.parametrize("outage", ["write-stall", "customer-config", "cold-cache"])
@pytest.mark.parametrize("player", [player.name for player in ROSTER if player.name != "random"])
def test_nobody_but_the_random_player_says_what_cannot_be_understood_or_done(player, outage):
    assert not facts(player, Misread, 3, outage)
    assert not facts(player, Refused, 3, outage)


def test_there_are_ten_players_and_each_has_a_name_of_its_own():
    assert len(ROSTER) == len(PLAYERS) == 10


def test_those_who_go_by_one_number_neither_look_nor_check():
    for player in ("likeliest-first", "cheapest-first"):
        assert not facts(player, ClueFound)
        assert not facts(player, HazardChecked)
        assert facts(player, Verified)


def test_the_cheapest_first_goes_up_in_time():
    runbook = shipped()[0].organisation.runbook
    orders = [runbook[fact.change].takes.median for fact in facts("cheapest-first", ChangeOrdered)[:3]]
    assert orders == sorted(orders)


def test_the_shotgun_has_several_changes_under_way_and_verifies_none():
    exercise = play(Exercise(*shipped(), 2), PLAYERS["shotgun"](2))
    begun = [entry.at for entry, _ in each(exercise.entries, ChangeStarted)]
    assert len(begun) > 8
    assert not list(each(exercise.entries, Verified))


@pytest.mark.parametrize(("player", "kind"), [("restarter", "restart"), ("roll-back-everything", "rollback")])
def test_one_habit_is_one_kind_of_change_again_and_again(player, kind):
    runbook = shipped()[0].organisation.runbook
    orders = [fact.change for fact in facts(player, ChangeOrdered, 4)]
    assert {runbook[change].kind for change in orders} == {kind}
    assert len(orders) > 4  # of so many that there is not always time to begin again


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_who_knows_by_heart_does_the_same_in_every_world(seed):
    cure = [change for change, _ in cure_of(*shipped())]
    assert [fact.change for fact in facts("memorised", ChangeOrdered, seed)] == cure
    assert facts("memorised", CalledMitigated, seed)


def test_the_systematic_player_makes_every_change_and_begins_elsewhere_each_time():
    scenario = shipped()[0]
    orders = {seed: [fact.change for fact in facts("systematic", ChangeOrdered, seed)] for seed in (1, 2, 3)}
    made = set().union(*orders.values())
    assert made >= set(scenario.outcomes)
    assert len(made) > 0.7 * len(scenario.organisation.runbook)  # for the slowest there is no time
    assert len({tuple(order) for order in orders.values()}) == 3
    assert not facts("systematic", Posted)


def test_every_seventh_seed_the_systematic_player_leaves():
    exercise = play(Exercise(*shipped(), 6), PLAYERS["systematic"](6))
    assert exercise.entries[-1].fact == Ended("nobody led it any more")


def test_by_the_book_does_not_wait_for_what_nobody_took():
    exercise = Exercise(*shipped(), 3)
    for second, words in ((0, "declare P1"), (20, "page datastores"), (600, "investigate search-index")):
        exercise.tick(second)
        exercise.submit("commander", words)
    before = len(exercise.entries)
    play(exercise, PLAYERS["by-the-book"](3))
    assert [fact.change for _, fact in each(exercise.entries[before:], ChangeOrdered)]
