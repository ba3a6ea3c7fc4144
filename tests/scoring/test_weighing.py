"""Weighing: what a choice cost, as a share of what was at stake."""

import pytest

from simulator.domain.duration import MINUTE
from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from simulator.scoring.outlook import outlook
from simulator.scoring.weighing import LONGEST, Decision, Option, _stands
from tests.plays import shipped


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


STANDING = """
0:00:00 impact-changed failing=23000 arriving=23000 seen=truth
0:02:00 alert-fired alert="replica load > 110%" signal="replica load" reading=1.4 pages=datastores
0:05:00 joined person=ana
0:06:00 change-ordered id=c1 change="kill queries automatically" owner=ana
0:06:00 change-started id=c1 change="kill queries automatically" owner=ana
0:50:00 change-done id=c1 change="kill queries automatically" owner=ana
0:52:00 verified id=c1 change="kill queries automatically" signal="replica load" result=better
{then}
1:50:00 noted
"""


KILLED = "kill queries automatically"


@pytest.mark.parametrize(
    ("then", "stands"),
    [
        ("noted", True),
        (f'change-wore-off id=c1 change="{KILLED}"', False),
        (f'change-reverted id=c1 change="{KILLED}"', False),
    ],
)
def test_a_switch_that_is_on_is_no_further_choice_until_it_wears_off_or_is_undone(then, stands):
    scenario, doctrine = shipped("hot-replicas")
    judged = Case(scenario, doctrine, read_timeline(STANDING.format(then=f"0:52:30 {then}")))
    seen = outlook(judged, 55 * 60, judged.beyond - 1)
    assert seen
    assert _stands(judged, seen, ("change", KILLED), judged.beyond) is stands
    assert not _stands(judged, seen, ("change", "turn off participant lists"), judged.beyond)
    assert not _stands(judged, seen, ("look", "app"), judged.beyond)
