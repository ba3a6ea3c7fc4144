"""The story of what comes and goes: better is not well, and the source goes before the cure."""

from itertools import pairwise

import pytest

from simulator.domain.command import Verify
from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import EffectSetIn, Verified, VerifyStarted
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.script import run_script
from simulator.reasoning import ClueHeard, Problem
from tests.plays import shipped

FILES, FULL, ROBOTS = "files good and bad", "a release that fills up", "robots with stolen cards"
CAUSES = [FILES, FULL, ROBOTS]
SKIP, STOP, HAND_MADE = (
    "let small payments skip the rules",
    "stop making risk files",
    "load a hand-made risk file",
)
RESTORE, ROLLBACK, PROOF = "restore the last risk file", "roll back the risk engine", "ask for a second proof"
LUCKY = 3
"""A seed on which everything works that can."""


@pytest.fixture
def waves(rehearse):
    return lambda cause=FILES, seed=LUCKY: rehearse("comes-and-goes", cause, seed)


def hour(it) -> list[float]:
    """The failing share in each minute of the next hour."""
    return [it.wait("1m").failing for _ in range(60)]


def losing(it) -> float:
    return it._plant.at(it.world.now).losing


@pytest.mark.parametrize("cause", CAUSES)
def test_it_comes_and_goes_and_never_quite_goes(waves, cause):
    failing = hour(waves(cause))
    assert min(failing) > 0.05
    assert max(failing) > 0.35
    crossings = sum((one > 0.2) != (other > 0.2) for one, other in pairwise(failing))
    assert 8 <= crossings <= 16


@pytest.mark.parametrize(("cause", "turn"), [(FILES, 10), (FULL, 11), (ROBOTS, 9)])
def test_each_has_a_rhythm_of_its_own(waves, cause, turn):
    failing = hour(waves(cause))
    begins = [minute for minute in range(1, 60) if failing[minute] > 0.3 > failing[minute - 1]]
    assert {later - sooner for sooner, later in pairwise(begins)} == {turn}


@pytest.mark.parametrize("cause", CAUSES)
def test_left_alone_it_is_worse_after_two_hours(waves, cause):
    early = sum(hour(waves(cause)))
    assert sum(hour(waves(cause).wait("2h"))) > early * 1.25


@pytest.mark.parametrize("cause", CAUSES)
def test_the_way_round_takes_half_of_it_in_minutes_and_lets_fraud_in(waves, cause):
    left, it = sum(hour(waves(cause).wait("10m"))), waves(cause).make(SKIP)
    assert it.minute < 10
    assert losing(it) > 0
    assert sum(hour(it)) < 0.7 * left


def test_the_way_round_suits_nobody_better_than_robots(waves):
    assert losing(waves(ROBOTS).make(SKIP)) > 4 * losing(waves(FILES).make(SKIP))


def test_the_file_of_an_hour_ago_helps_for_one_turn_if_it_is_a_good_one(waves):
    relieved = [
        seed for seed in range(1, 21) if waves(FILES, seed).make(RESTORE).acted[-1].acted == "relieved"
    ]
    assert 5 <= len(relieved) <= 15
    it = waves(FILES, relieved[0]).make(RESTORE)
    assert max(hour(it)) > 0.35


def test_stopping_the_source_ends_the_waves_and_leaves_the_machines_with_a_bad_one(waves):
    it = waves().make(STOP).wait("5m")
    failing = hour(it)
    assert max(failing) < 0.12
    assert min(failing) > 0.05


def test_the_cure_needs_the_source_stopped_first(waves):
    it = waves().make(HAND_MADE)
    assert it.acted[-1].acted == "worked" or it.acted[-1].acted == "nothing"
    assert max(hour(it)) > 0.35
    it.make(STOP, HAND_MADE)
    assert it.acted[-1].acted == "cured"
    assert it.wait("35m").failing < 0.01


@pytest.mark.parametrize(
    ("cause", "fix"), [(FILES, [STOP, HAND_MADE]), (FULL, [ROLLBACK]), (ROBOTS, [PROOF])]
)
def test_each_cause_has_its_cure(waves, cause, fix):
    it = waves(cause).make(*fix)
    assert it.acted[-1].acted == "cured"
    assert it.wait("5m").failing < 0.01


@pytest.mark.parametrize("cause", [FILES, FULL])
def test_who_takes_it_for_an_attack_turns_buyers_away_until_it_is_undone(waves, cause):
    it, left = waves(cause).make(PROOF), waves(cause)
    left.wait(f"{it.minute}m")
    assert it.acted[-1].harmed
    assert sum(hour(it)) > sum(hour(left)) + 60 * 0.02
    assert waves(cause).make(PROOF).undo(PROOF).failing <= 0.45


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize(
    "change", ["use the other card route", "restart authorisation", "block the noisiest shop"]
)
def test_the_wrong_layers_look_guilty_and_are_not(waves, cause, change):
    it = waves(cause).make(change)
    assert (it.acted[-1].acted, it.acted[-1].harmed) == ("nothing", True)
    assert max(hour(it)) > 0.35


# ---- what can be told ----


def test_a_glance_in_a_good_minute_says_better_and_a_whole_turn_says_the_same(verified):
    assert verified("3m") in ("better", "recovered")
    assert verified("13m") == "same"


@pytest.fixture
def verified(waves):
    """What a watch of so long says of a restart, ordered in a bad minute, that does nothing."""

    def made(window):
        it = waves().wait("10m").make("block the noisiest shop")
        while it.failing > 0.2:
            it.wait("1m")
        it._say(Verify("block the noisiest shop", "risk errors", int(window[:-1]) * 60, by="ben"))
        it.wait("20m")
        return next(fact.result for _, fact in each(it.world.entries, Verified))

    return made


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=10000, place=frozenset()):
    return Problem.of(shipped("comes-and-goes")[0], rate).advise(told, place, place)


def test_the_way_round_comes_first_whatever_it_is():
    assert advice().best.name == SKIP


def test_asking_everyone_for_a_second_proof_on_a_hunch_is_a_mistake():
    place = frozenset({SKIP})
    first = advice(place=place)
    assert first.of("change", PROOF).regret > 2 * first.of("look", "when is it bad?").regret


@pytest.mark.parametrize(("clue", "cause"), list(enumerate(CAUSES, 1)))
@pytest.mark.parametrize("place", ["risk-rules", "when is it bad?"])
def test_two_places_tell_most_of_it_and_neither_all(place, clue, cause):
    told = advice(ClueHeard(place, clue)).belief.ranked
    assert told[0][0] == cause
    assert told[0][1] < 0.97


def test_who_knows_the_source_stops_it_before_the_cure():
    told = (ClueHeard("risk-rules", 1), ClueHeard("when is it bad?", 1))
    path = [name for kind, name in advice(*told, place=frozenset({SKIP})).path if kind == "change"]
    assert path[:2] == [STOP, HAND_MADE]


# ---- how it is played ----


def played(seed, *lines) -> Exercise:
    exercise = Exercise(*shipped("comes-and-goes"), seed)
    run_script(exercise, "\n".join(("declare SEV-2", "@joined ben", *lines)))
    exercise.tick(exercise.scenario.limit)
    return exercise


def by_the_book(seed) -> Exercise:
    return play(Exercise(*shipped("comes-and-goes"), seed), PLAYERS["by-the-book"](seed))


@pytest.mark.parametrize("seed", [2, 3, 5])
def test_what_was_right_on_one_seed_is_not_on_others(seed):
    assert customer_minutes(played(4, f"order {ROLLBACK} by ben").entries) < 2_000_000
    again = played(seed, f"order {ROLLBACK} by ben")
    assert customer_minutes(again.entries) > 2 * customer_minutes(by_the_book(seed).entries)


def test_by_the_book_each_change_is_watched_for_a_whole_turn():
    exercise = by_the_book(5)
    windows = {fact.window for _, fact in each(exercise.entries, VerifyStarted)}
    assert windows == {12 * 60}


def test_the_status_page_is_away_for_five_minutes_by_coincidence():
    away = [entry.at for entry, fact in each(played(5).entries, EffectSetIn) if fact.to == "status-page"]
    assert away == [9 * 60]
