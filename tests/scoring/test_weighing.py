"""Weighing: what a choice cost, as a share of what was at stake."""

import pytest

from simulator.domain.duration import MINUTE
from simulator.scoring.weighing import LONGEST, Decision, Option


def share(kind, regret, best, rate=1000.0):
    chosen = Option(kind, "it", best + regret, 240)
    return Decision(0, 0, chosen, Option("change", "fix", best, 600), regret, rate, (1,), (), ()).share


@pytest.mark.parametrize("kind", ["change", "look", "check", "wait", "slow way"])
def test_in_an_outage_that_is_soon_over_it_is_a_share_of_the_best_cost(kind):
    assert share(kind, 5_000.0, 50_000.0) == 0.1
    assert share(kind, 5_000.0, 1000.0 * LONGEST / MINUTE) == pytest.approx(1 / 24)


@pytest.mark.parametrize("kind", ["look", "check", "wait"])
def test_time_that_was_only_spent_is_not_forgiven_because_the_cure_takes_days(kind):
    """An hour for a thousand customers, of two hours."""
    assert share(kind, 60_000.0, 2_000_000.0) == 0.5
    assert share(kind, 60_000.0, 2_000_000.0, rate=2000.0) == 0.25


@pytest.mark.parametrize("kind", ["change", "slow way"])
def test_what_a_change_does_in_days_is_an_estimate(kind):
    assert share(kind, 60_000.0, 2_000_000.0) == 0.03


def test_where_nothing_is_at_stake_nothing_is_lost():
    assert share("wait", 5.0, 0.0) == 0.0
    assert share("wait", 5.0, 50.0, rate=0.0) == 0.0
