"""By the book: what hangs half-way is not waited for, but gone on with something else."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.entry import each
from simulator.domain.fact import Commanded
from simulator.exercise.players import PLAYERS, play
from simulator.library import Library

OUTAGE, SEED = "no-search", 2
"""The flag that Ida turns off hangs for fifty minutes; her hands are free meanwhile."""


@pytest.fixture(scope="module")
def outage():
    return Library.open().outage(OUTAGE)


@pytest.fixture(scope="module")
def played(outage):
    return play(outage.exercise(SEED), PLAYERS["by-the-book"](SEED))


@pytest.fixture(scope="module")
def made(played):
    return {attempt.change: attempt for attempt in attempts(played.entries)}


def test_the_next_best_is_made_before_it_moves_again(made):
    """Soon, and with the reason on record; and when it acts, it is watched like any other."""
    stuck, other = made["turn off smart lists"], made["serve search from the small index"]
    assert other.owner == stuck.owner == "ida"
    assert 0 <= other.ordered - stuck.hung < 10 * 60
    assert other.ordered < stuck.done
    assert other.because
    assert stuck.verified > stuck.done


def test_nobody_orders_again_what_hangs(played):
    orders = [
        fact.text
        for _, fact in each(played.entries, Commanded)
        if fact.text.startswith("order turn off smart")
    ]
    assert len(orders) == 1


def test_all_are_told_that_it_hangs(played):
    told = [fact.text for entry, fact in each(played.entries, Commanded) if 10 * 60 < entry.at < 30 * 60]
    assert any("'turn off smart lists' hangs." in text for text in told if text.startswith("sitrep"))
    assert any("turn off smart lists (stuck half-way)" in text for text in told)


def test_what_comes_after_all_is_watched_though_the_slow_fix_is_under_way():
    """The one quick change hangs, so the slow one is begun; the quick one is made half an hour later."""
    played = play(Library.open().outage("comes-and-goes").exercise(10), PLAYERS["by-the-book"](10))
    quick, slow, *_ = attempts(played.entries)
    hung, made, slowly = (at or 0 for at in (quick.hung, quick.done, slow.done))
    assert 0 < hung < slow.ordered < made < slowly
    assert quick.verifications[0].began - made < 2 * 60
