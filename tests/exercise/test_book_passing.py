"""By the book: what goes away by itself is watched, nothing is done about it, and it is called over."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import (
    AlertCleared,
    CalledMitigated,
    CauseDrawn,
    ChangeOrdered,
    Ended,
    Looked,
)
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_passing import STAYS_AWAY
from tests.plays import shipped

PASSING = {
    "customer-config": "a carrier's wrong route",
    "everywhere-at-once": "a rule that is called back",
    "hot-replicas": "quarterly export",
}


def by_the_book(outage, cause):
    """The first play of an outage in which this is the cause."""
    for seed in range(1, 60):
        exercise = Exercise(*shipped(outage), seed)
        if any(fact.cause == cause for _, fact in each(exercise.entries, CauseDrawn)):
            return play(exercise, PLAYERS["by-the-book"](seed))
    raise AssertionError(f"no seed draws {cause}")


@pytest.fixture(scope="module", params=PASSING.items(), ids=lambda item: item[0])
def passed(request):
    return by_the_book(*request.param)


def test_it_ends_well(passed):
    assert [fact.why for _, fact in each(passed.entries, Ended)] == ["ended by the commander"]


def test_it_is_called_over_once_it_has_stayed_away_and_not_before(passed):
    quiet = max(entry.at for entry, _ in each(passed.entries, AlertCleared))
    (over,) = [entry.at for entry, _ in each(passed.entries, CalledMitigated)]
    assert quiet + STAYS_AWAY <= over < quiet + 3 * STAYS_AWAY
    looked = [entry.at for entry, _ in each(passed.entries, Looked) if quiet < entry.at <= over]
    assert len(looked) >= 2


def test_nothing_is_ordered_once_all_is_quiet(passed):
    quiet = max(entry.at for entry, _ in each(passed.entries, AlertCleared))
    assert not [fact.change for entry, fact in each(passed.entries, ChangeOrdered) if entry.at > quiet]


def test_what_comes_back_is_not_taken_for_over():
    exercise = by_the_book("comes-and-goes", "files good and bad")
    (over,) = [entry.at for entry, _ in each(exercise.entries, CalledMitigated)]
    orders = [entry.at for entry, _ in each(exercise.entries, ChangeOrdered)]
    assert orders
    assert over > orders[0]


def test_no_more_is_made_of_what_has_helped_while_nobody_fails():
    """Replicas are added while the circle grows; when all is quiet and all is well, that is enough."""
    exercise = play(Exercise(*shipped("hot-replicas"), 32), PLAYERS["by-the-book"](32))
    quiet = max(entry.at for entry, _ in each(exercise.entries, AlertCleared))
    orders = [entry.at for entry, _ in each(exercise.entries, ChangeOrdered)]
    assert len(orders) > 2
    assert max(orders) < quiet
