"""By the book: it is called mitigated when nothing is being changed, and resolved when it has held."""

from functools import cache

import pytest

from simulator.domain.attempt import attempts
from simulator.domain.duration import HOUR
from simulator.domain.entry import each
from simulator.domain.fact import (
    AlertCleared,
    CalledMitigated,
    CauseDrawn,
    ChangeOrdered,
    Ended,
    Posted,
    SeverityChanged,
    TaskGiven,
)
from simulator.exercise import Exercise, take_turn
from simulator.exercise.players import PLAYERS, play
from simulator.exercise.players.book_close import close_due
from simulator.exercise.sight import Sight
from tests.plays import shipped


@cache
def played(outage, seed):
    return play(Exercise(*shipped(outage), seed), PLAYERS["by-the-book"](seed)).entries


@cache
def seed_of(outage, cause):
    for seed in range(1, 60):
        entries = Exercise(*shipped(outage), seed).entries
        if any(fact.cause == cause for _, fact in each(entries, CauseDrawn)):
            return seed
    raise AssertionError(f"no seed draws {cause}")


@pytest.mark.parametrize(
    ("outage", "seed"), [("hot-replicas", 1), ("everywhere-at-once", 1), ("write-stall", 2)]
)
def test_nothing_is_called_mitigated_while_a_change_is_under_way(outage, seed):
    entries = played(outage, seed)
    over = next(entry for entry, _ in each(entries, CalledMitigated))
    before = [entry for entry in entries if entry.number <= over.number]
    assert not [
        a.change for a in attempts(before) if a.done is None and a.failed is None and a.reverting is None
    ]


def test_where_nothing_helps_and_it_will_pass_it_waits_and_does_not_look_everywhere():
    """The provider has its disks back after four hours: a few places are looked at, then it is watched."""
    entries = played("stuck-vault", seed_of("stuck-vault", "a zone without disks"))
    looks = [fact.subject for _, fact in each(entries, TaskGiven) if fact.what == "investigate"]
    assert 1 <= len(looks) <= 8
    assert [fact.why for _, fact in each(entries, Ended)] == ["ended by the commander"]


def test_what_went_by_itself_is_over_soon_after_it_stayed_away():
    entries = played("stuck-vault", seed_of("stuck-vault", "a zone without disks"))
    quiet = max(entry.at for entry, _ in each(entries, AlertCleared))
    resolved = [e.at for e, f in each(entries, Posted) if f.update.state == "resolved"]
    assert quiet + 12 * 60 <= resolved[0] <= quiet + 30 * 60


def test_what_is_large_and_slow_is_ordered_with_the_same_care():
    """Whatever has a small form begins with it, also when the quick options are used up."""
    for seed in (1, 2):
        runbook = shipped("hot-replicas")[0].organisation.runbook
        orders = [fact for _, fact in each(played("hot-replicas", seed), ChangeOrdered)]
        first = {order.change: order for order in reversed(orders)}
        assert all(order.staged for change, order in first.items() if runbook[change].staged)


def test_where_the_dashboards_are_dark_alerts_say_who_is_affected():
    """The scope is told while nothing can be looked at."""
    posts = [
        f.update
        for _, f in each(played("everywhere-at-once", 1), Posted)
        if f.update.audience == "status page"
    ]
    assert "pay by card" in posts[0].scope or "pay by card" in posts[1].scope


def test_it_knows_from_when_on_recovery_will_have_held():
    exercise = Exercise(*shipped(), 7)
    assert close_due(Sight(exercise)) is None
    for text in ("declare P1", "mitigated"):
        take_turn(exercise, "commander", text)
    called = next(entry.at for entry, _ in each(exercise.entries, CalledMitigated))
    assert close_due(Sight(exercise)) == called + exercise.doctrine.threshold("soak at least")


def test_in_an_outage_of_days_it_sleeps_through_neither_a_rise_nor_the_end():
    entries = played("spam-list", 2)
    rose = [entry.at for entry, fact in each(entries, SeverityChanged) if fact.severity == "P0"]
    assert 0 <= rose[0] - 12 * HOUR <= 60
    over = next(entry.at for entry, _ in each(entries, CalledMitigated))
    told = [e.at for e, f in each(entries, Posted) if f.update.state == "resolved"]
    assert 45 * 60 <= told[0] - over <= 55 * 60
