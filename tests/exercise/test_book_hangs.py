"""By the book: what hangs half-way is not waited for, and whoever it binds has somebody else called."""

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.entry import each
from simulator.domain.fact import ChangeHung, Commanded, Joined, Paged
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.sight import Sight
from simulator.library import Library

OUTAGE, SEED = "no-search", 2
"""Ida alone of search is on the call, and the flag that she turns hangs for fifty minutes."""


@pytest.fixture(scope="module")
def outage():
    return Library.open().outage(OUTAGE)


@pytest.fixture(scope="module")
def played(outage):
    return play(outage.exercise(SEED), PLAYERS["by-the-book"](SEED))


@pytest.fixture(scope="module")
def made(played):
    return {attempt.change: attempt for attempt in attempts(played.entries)}


def test_another_one_who_can_is_called_at_once(played):
    hung = next(entry.at for entry, _ in each(played.entries, ChangeHung))
    paged = next(entry.at for entry, fact in each(played.entries, Paged) if fact.person == "kofi")
    assert 0 <= paged - hung < 60


def test_the_next_best_is_made_by_them_before_it_moves_again(played, made):
    """Sooner than it acts, with the reason on record; and when it acts, it is watched like any other."""
    joined = next(entry.at for entry, fact in each(played.entries, Joined) if fact.person == "kofi")
    stuck, other = made["turn off smart lists"], made["serve search from the small index"]
    assert other.owner == "kofi"
    assert joined < other.ordered < stuck.done
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


def test_whose_change_hangs_can_do_nothing_else(outage):
    exercise = outage.exercise(SEED)
    for at, text in ((20, "declare P1"), (150, "order turn off smart lists by ida"), (600, "wait 10s")):
        exercise.tick(at)
        exercise.submit("commander", text)
    exercise.tick(700)
    sight = Sight(exercise)
    assert [attempt.hangs for attempt in sight.board.changes] == [True]
    assert "ida" in sight.here
    assert sight.able("search-index") == ""


def test_what_comes_after_all_is_watched_though_the_slow_fix_is_under_way():
    """The one quick change hangs, so the slow one is begun; the quick one is made half an hour later."""
    played = play(Library.open().outage("comes-and-goes").exercise(10), PLAYERS["by-the-book"](10))
    quick, slow, *_ = attempts(played.entries)
    hung, made, slowly = (at or 0 for at in (quick.hung, quick.done, slow.done))
    assert 0 < hung < slow.ordered < made < slowly
    assert quick.verifications[0].began - made < 2 * 60
