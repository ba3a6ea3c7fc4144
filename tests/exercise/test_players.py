"""Player programs: they type like anyone, and how they fare against each other is as it should be."""

from statistics import mean

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.entry import each
from simulator.domain.fact import Declared, Ended, Misread, Posted, Refused, Resolved, Verified
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, best_possible, play
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
    for kind in (Declared, Posted, Verified, Resolved, Ended):
        assert list(each(exercise.entries, kind)), kind
    assert not list(each(exercise.entries, Misread))
    assert not list(each(exercise.entries, Refused))
    assert exercise.entries[-1].fact == Ended("ended by the commander")


def test_the_random_player_says_wrong_things_too():
    facts = [
        type(entry.fact)
        for seed in range(6)
        for entry in play(Exercise(*shipped(), seed), PLAYERS["random"](seed)).entries
    ]
    assert Misread in facts
    assert Refused in facts


def test_by_the_book_loses_far_less_than_idle_and_nobody_beats_the_best_possible():
    book = {seed: lost("by-the-book", seed) for seed in SEEDS}
    idle = {seed: lost("idle", seed) for seed in SEEDS}
    best = {seed: best_possible(*shipped(), seed) for seed in SEEDS}
    assert mean(book.values()) < 0.4 * mean(idle.values())
    for seed in SEEDS:
        assert best[seed] <= min(book[seed], idle[seed]) * 1.0001
