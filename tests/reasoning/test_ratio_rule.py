"""The ratio rule of doctrine section 5, where its premises hold, and what goes wrong elsewhere.

One fault, each change tests one cause, repair is certain to be seen, costs do not depend on the order: then
the order by P(fix) / cost is the best. Expected minutes of an order: each change's time while nothing before
it has helped.
"""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.reasoning import EffectSeen, Problem
from tests.reasoning.conftest import Tries, cures, story

RATE = 60.0
SLOW = 10_000
"""Minutes of the slow way: so long that every change is worth trying."""

plans = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 120)), min_size=2, max_size=6)
"""Weights of the causes, and the minutes of the one change that cures each."""


def one_fault(drawn, chance=1.0):
    causes = {f"cause {number}": weight for number, (weight, _) in enumerate(drawn)}
    changes = {
        f"change {number}": Tries(minutes, {f"cause {number}": cures(chance)})
        for number, (_, minutes) in enumerate(drawn)
    }
    return story(causes, changes)


def expected(order, drawn, chance=1.0):
    """Expected minutes of trying the changes in this order, and then the slow way."""
    total, minutes = sum(weight for weight, _ in drawn), 0.0
    left = 1.0
    for number in order:
        weight, takes = drawn[number]
        minutes += takes * left
        left -= chance * weight / total
    return minutes + SLOW * left


@given(plans, st.sampled_from([1.0, 0.9, 0.5]))
@settings(max_examples=60, deadline=None)
def test_ordering_by_chance_over_cost_is_best(drawn, chance):
    best = min(expected(order, drawn, chance) for order in permutations(range(len(drawn))))
    by_ratio = sorted(range(len(drawn)), key=lambda number: -drawn[number][0] / drawn[number][1])
    advice = Problem.of(one_fault(drawn, chance), RATE, give_up=SLOW * 60).advise()
    assert advice.best.cost / RATE == pytest.approx(best)
    assert expected(by_ratio, drawn, chance) == pytest.approx(best)


@given(plans)
@settings(max_examples=40, deadline=None)
def test_the_path_follows_the_ratios(drawn):
    advice = Problem.of(one_fault(drawn), RATE, give_up=SLOW * 60).advise()
    ratios = [drawn[int(name.split()[1])] for _, name in advice.path]
    ordered = [weight / minutes for weight, minutes in ratios]
    assert ordered == sorted(ordered, reverse=True)


SEVEN = {
    "flag off": (20, 7), "roll back": (25, 20), "fail over": (10, 10), "restart": (10, 18),
    "throttle": (12, 9), "hotfix": (18, 155), "clear cache": (5, 20),
}  # fmt: skip
"""Seven made-up but plausible changes: weight of the cause that each cures, minutes with verification."""


def _minutes(first):
    """Expected minutes of the seven in an order."""
    order = sorted(SEVEN, key=first)
    drawn = list(SEVEN.values())
    return expected([list(SEVEN).index(name) for name in order], drawn)


def test_cheap_first_is_nearly_best_but_likely_first_is_not():
    """The lesson of doctrine E2: hotfixes are likely, but slow. (Its own seven changes are not published.)"""
    problem = Problem.of(one_fault(list(SEVEN.values())), RATE, give_up=SLOW * 60)
    best = problem.advise().best.cost / RATE
    by_ratio = _minutes(lambda name: -SEVEN[name][0] / SEVEN[name][1])
    cheapest, likeliest = _minutes(lambda name: SEVEN[name][1]), _minutes(lambda name: -SEVEN[name][0])
    slowest = _minutes(lambda name: SEVEN[name][0] / SEVEN[name][1])
    assert best == pytest.approx(by_ratio)
    assert best <= cheapest < 1.1 * best
    assert 1.2 * best < likeliest < slowest


def test_the_ratio_rule_fails_when_one_change_enables_another():
    changes = {
        "ramp up": Tries(5, {"overload": cures(0.9, "shed load")}),
        "shed load": Tries(10),
        "hotfix": Tries(30, {"overload": cures(0.5)}),
    }
    advice = Problem.of(story({"overload": 1}, changes), RATE).advise()
    assert advice.path[:2] == (("change", "shed load"), ("change", "ramp up"))


def test_a_disproved_fix_is_worth_nothing_and_costs_its_time():
    drawn = [(5, 10), (3, 10), (2, 10)]
    problem = Problem.of(one_fault(drawn), RATE)
    told = [EffectSeen("change 0", "nothing")]
    again = problem.advise(told).of("change", "change 0")
    assert again.regret == pytest.approx(RATE * 10)
    assert problem.advise(told).best.name == "change 1"
