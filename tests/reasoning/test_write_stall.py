"""The first outage: a quarter of the customers cannot send messages.

The numbers of the changes and clues are those of the scenario as first sketched; a trial of a few lines, by
dynamic programming over minutes, gave the table below. Two things are as in that trial: no relief, and harm
given in minutes.
"""

import pytest

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Outcome
from simulator.reasoning import ClueHeard, EffectSeen, Problem
from tests.reasoning.conftest import CUSTOMERS, Tries, cures, errors, harms, relieves, story

STALLED, MIGRATION, RELEASE = "stalled primary", "runaway migration", "bad release"
CLUES = {
    "db-shards": [
        {STALLED: 0.7, MIGRATION: 0.2, RELEASE: 0.15},
        {STALLED: 0.1, MIGRATION: 0.6, RELEASE: 0.55},
        {STALLED: 0.2, MIGRATION: 0.2, RELEASE: 0.3},
    ],
    "app": [{STALLED: 0.3, MIGRATION: 0.3, RELEASE: 0.7}, {STALLED: 0.7, MIGRATION: 0.7, RELEASE: 0.3}],
}
TRIAL = """
    change  fail over a shard     35.3   0.0
    change  stop the migration    36.1   0.8
    look    db-shards             38.0   2.8
    change  turn off new inbox    41.3   6.0
    change  roll back app         46.8  11.5
    change  restart app           51.7  16.4
    change  clear cache           80.3  45.0
    change  add shard replicas    85.3  50.0
"""
"""Expected minutes with each first decision, and its regret."""


def stall(failover=None, restart=None):
    """Minutes are execution and lag; the wide ones 1.2 times their median."""
    changes = {
        "fail over a shard": Tries(10, {STALLED: cures(0.95), **(failover or {})}),
        "stop the migration": Tries(7, {MIGRATION: cures(0.85)}),
        "roll back app": Tries(20, {RELEASE: cures(0.9)}),
        "restart app": Tries(16.4, restart or {}),
        "clear cache": Tries(5, {"always": harms(1.0, 40)}),
        "turn off new inbox": Tries(6),
        "add shard replicas": Tries(45, {"always": harms(1.0, 5)}),
    }
    return Problem.of(story({STALLED: 5, MIGRATION: 3, RELEASE: 2}, changes, CLUES), float(CUSTOMERS))


def rows():
    for row in TRIAL.strip().splitlines():
        kind, *name, cost, regret = row.split()
        yield kind, " ".join(name), float(cost), float(regret)


@pytest.mark.parametrize(("kind", "name", "minutes", "regret"), list(rows()))
def test_the_trial(kind, name, minutes, regret):
    choice = stall().advise().of(kind, name)
    assert choice.cost / CUSTOMERS == pytest.approx(minutes, abs=0.1)
    assert choice.regret / CUSTOMERS == pytest.approx(regret, abs=0.1)


def test_the_trial_is_ranked_as_in_its_table():
    names = [name for _, name, _, _ in rows()]
    ranked = [choice.name for choice in stall().advise().ranked]
    assert [name for name in ranked if name in names] == names


def test_the_plan_without_a_look():
    path = stall().advise().path
    assert path == (
        ("change", "fail over a shard"),
        ("change", "stop the migration"),
        ("change", "roll back app"),
    )


def test_what_the_shards_say_turns_the_order():
    problem = stall()
    assert problem.advise([ClueHeard("db-shards", 1)]).best.name == "fail over a shard"
    assert problem.advise([ClueHeard("db-shards", 2)]).best.name == "stop the migration"
    told = [ClueHeard("db-shards", 2), EffectSeen("stop the migration", "nothing")]
    assert problem.advise(told).best.name == "roll back app"


def test_a_relief_that_is_seen_tells_the_cause():
    problem = stall({MIGRATION: relieves(0.6, 6)}, {RELEASE: relieves(0.8, 8)})
    relapsed = problem.advise([EffectSeen("fail over a shard", "relapsed")])
    assert relapsed.belief[MIGRATION] == 1
    assert relapsed.best.name == "stop the migration"
    assert problem.advise().best.cost < stall().advise().best.cost


def test_at_a_small_rate_the_same_harm_weighs_more():
    scenario = stall().scenario
    few, many = Problem.of(scenario, 60.0), Problem.of(scenario, 6000.0)
    regrets = [each.advise().of("change", "clear cache").regret / each.rate for each in (few, many)]
    assert regrets[0] > 50 * regrets[1]
    assert few.advise().path == many.advise().path


def test_doing_nothing_costs_its_time():
    assert stall().waiting(10 * MINUTE) == 10 * CUSTOMERS


def test_harm_that_has_no_end_lasts_until_it_is_undone_or_the_slow_way_is_through():
    def cost(undo):
        lasting = {"always": Outcome(harms=(errors(1.0),))}
        scenario = story({"a": 1}, {"drain": Tries(5, lasting, undo=undo)}, lag=2 * MINUTE)
        return Problem.of(scenario, float(CUSTOMERS)).advise().of("change", "drain").cost / CUSTOMERS

    assert cost(undo=8 * MINUTE) == pytest.approx(7 + 10 + 180)
    assert cost(undo=None) == pytest.approx(7 + 180 + 180)
