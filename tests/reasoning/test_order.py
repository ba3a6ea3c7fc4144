"""The best order is the best of all plans: against trying every decision after every history."""

from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.duration import MINUTE
from simulator.reasoning import Problem
from simulator.reasoning.appraisal import options_of
from simulator.reasoning.impact import Impact
from simulator.reasoning.options import Assumptions
from simulator.reasoning.order import Order
from simulator.reasoning.start import start
from simulator.reasoning.table import table_of
from tests.reasoning.conftest import Tries, cures, errors, harms, relieves, stories, story
from tests.reasoning.plans import Plans

RATE = 60.0
LOOK, SLOW = 4 * MINUTE, 90 * MINUTE


def failing_of(effects):
    return 40.0 * sum(effect.amount for effect in effects)


def solved(scenario):
    return Problem.of(scenario, RATE, failing_of, look=LOOK, give_up=SLOW), Plans(
        scenario, RATE, failing_of, LOOK, SLOW
    )


@given(stories(most_causes=3, most_changes=3, most_looks=1))
@settings(max_examples=80, deadline=None)
def test_every_choice_costs_what_trying_every_plan_gives(scenario):
    problem, plans = solved(scenario)
    start, advice = plans.start(), problem.advise()
    least = plans.least(start)
    assert min(advice.best.cost, advice.give_up) == pytest.approx(least)
    for choice in advice.ranked:
        if choice.kind == "look" and choice.name not in scenario.clues:
            expected = plans.time(start, LOOK) + least
        elif choice.kind == "check" and not scenario.dangers_of(choice.name):
            expected = least
        else:
            expected = plans.cost(start, choice.kind, choice.name)
        assert choice.cost == pytest.approx(expected), choice


@given(stories(most_causes=4, most_changes=2, most_looks=2, most_hazards=0))
@settings(max_examples=40, deadline=None)
def test_looks_are_worth_what_they_tell(scenario):
    problem, plans = solved(scenario)
    least = plans.least(plans.start())
    assert min(problem.advise().best.cost, problem.advise().give_up) == pytest.approx(least)


@given(stories(most_causes=2, most_changes=4, most_looks=0, most_hazards=0))
@settings(max_examples=40, deadline=None)
def test_changes_may_need_one_another(scenario):
    problem, plans = solved(scenario)
    least = plans.least(plans.start())
    assert min(problem.advise().best.cost, problem.advise().give_up) == pytest.approx(least)


@given(stories(), st.sampled_from([0.5, 3.0, 1000.0]))
@settings(max_examples=40, deadline=None)
def test_without_harm_the_rate_only_scales(scenario, times):
    at_one, at_more = (Problem.of(scenario, rate, lambda effects: 0.0) for rate in (RATE, RATE * times))
    costs = {(one.kind, one.name): one.cost for one in at_one.advise().ranked}
    for choice in at_more.advise().ranked:
        assert choice.cost == pytest.approx(times * costs[choice.kind, choice.name])


@given(stories())
@settings(max_examples=40, deadline=None)
def test_regret_is_never_negative_and_ranks(scenario):
    ranked = Problem.of(scenario, RATE, failing_of).advise().ranked
    assert ranked[0].regret == 0
    assert [choice.regret for choice in ranked] == sorted(choice.regret for choice in ranked)
    for choice in ranked:
        assert choice.regret == pytest.approx(choice.cost - ranked[0].cost, abs=1e-6)


def test_a_relief_buys_time_for_what_is_slow():
    changes = {"throttle": Tries(5, {"a": relieves(0.8, 60)}), "hotfix": Tries(60, {"a": cures(1.0)})}
    problem = Problem.of(story({"a": 1}, changes), 60.0)
    assert problem.advise().path == (("change", "throttle"), ("change", "hotfix"))
    assert problem.advise().best.cost == pytest.approx(60 * (5 + 60 * 0.2))
    assert problem.advise().of("change", "hotfix").cost == pytest.approx(60 * 60)


def test_of_two_reliefs_the_stronger_counts():
    under = {"a": relieves(0.5, 30)}, {"a": relieves(0.8, 10)}
    changes = {"one": Tries(1, under[0]), "two": Tries(1, under[1]), "fix": Tries(60, {"a": cures(1.0)})}
    problem = Problem.of(story({"a": 1}, changes), 60.0)
    # made one after the other: a minute, a minute at half, then 10 at a fifth, 19 at half, 31 in full
    both = 1 + 0.5 + 10 * 0.2 + 19 * 0.5 + 31
    assert problem.advise().of("change", "one").cost <= 60 * both
    # the strong one last: a minute, then 60 minutes of the fix, 10 of them at a fifth
    assert problem.advise().of("change", "two").cost <= 60 * (1 + 10 * 0.2 + 50)


def test_the_enabling_part_is_made_first():
    changes = {
        "fix query": Tries(20, {"a": cures(0.9, "shed load")}),
        "shed load": Tries(3),
        "useless": Tries(1),
    }
    advice = Problem.of(story({"a": 1}, changes), 60.0).advise()
    assert advice.path == (("change", "shed load"), ("change", "fix query"))
    assert advice.of("change", "fix query").regret == pytest.approx(60 * 20)


def test_a_look_is_worth_its_time_when_what_follows_is_slow():
    changes = {"fix a": Tries(60, {"a": cures(1.0)}), "fix b": Tries(60, {"b": cures(1.0)})}
    scenario = story({"a": 1, "b": 1}, changes, {"db": [{"a": 1.0, "b": 0.0}]})
    advice = Problem.of(scenario, 60.0).advise()
    assert (advice.best.kind, advice.best.name) == ("look", "db")
    assert advice.best.cost == pytest.approx(60 * (4 + 60))
    assert advice.of("change", "fix a").cost == pytest.approx(60 * (60 + 0.5 * 60))


def test_a_check_is_worth_its_minute_before_a_risky_change():
    risky = Tries(5, {"a": cures(0.9)}, {"lag": {"a": 0.5}}, (errors(1.0, 60),), check=1)
    changes = {"failover": risky, "restart": Tries(15, {"a": cures(0.9)})}
    problem = Problem.of(story({"a": 1}, changes), 3000.0)
    advice = problem.advise()
    assert (advice.best.kind, advice.best.name) == ("check", "failover")
    assert advice.of("change", "failover").regret > 0


def test_harm_counts_in_customers_so_a_small_outage_licenses_less():
    risky = cures(1.0, harms=(errors(1.0, 3),))
    changes = {"restart": Tries(5, {"a": risky}), "wait it out": Tries(30, {"a": cures(1.0)})}
    scenario = story({"a": 1}, changes)
    assert Problem.of(scenario, 100.0).advise().best.name == "wait it out"
    assert Problem.of(scenario, 5000.0).advise().best.name == "restart"


def test_a_harmful_change_costs_its_time_and_its_harm():
    changes = {"fix": Tries(10, {"a": cures(1.0)}), "clear cache": Tries(5, {"always": harms(1.0, 40)})}
    problem = Problem.of(story({"a": 1}, changes), 6000.0)
    assert problem.advise().of("change", "clear cache").regret == pytest.approx(6000 * 45)


def test_long_shots_are_not_worth_their_time():
    changes = {"quick": Tries(5, {"a": cures(0.8)}), "hail mary": Tries(100, {"a": cures(0.05)})}
    advice = Problem.of(story({"a": 1}, changes), 60.0).advise()
    assert advice.path == (("change", "quick"),)
    assert advice.best.cost == pytest.approx(60 * (5 + 0.2 * 180))


def ahead_by(scenario, decisions):
    """The least cost found by a search that looks so many decisions ahead, None for all of them."""
    table = table_of(options_of(scenario, Assumptions(LOOK, SLOW, 0, failing_of)))
    order = Order(table, Impact(table, RATE, SLOW), decisions)
    return order.value(start(scenario, table, (), frozenset(), frozenset()).state)


@given(stories(most_causes=3, most_changes=3, most_looks=1))
@settings(max_examples=60, deadline=None)
def test_looking_a_few_decisions_ahead_never_overrates_a_cost_and_nears_it(scenario):
    nearer = [ahead_by(scenario, decisions) for decisions in (1, 2, 3)]
    least = ahead_by(scenario, None)
    for found, better in pairwise([*nearer, least]):
        assert found <= better * (1 + 1e-9)


def test_far_enough_ahead_it_is_exact():
    odds = {"one": 0.8, "other": 0.1}
    tries = {"fix one": Tries(9, {"one": cures(0.9)}), "fix other": Tries(7, {"other": cures(0.8)})}
    scenario = story({"one": 1, "other": 2}, tries, {"place": [odds]})
    assert ahead_by(scenario, 1) < ahead_by(scenario, None)
    assert ahead_by(scenario, 5) == pytest.approx(ahead_by(scenario, None))


@pytest.mark.parametrize("names", list(permutations(("one", "two", "three"))), ids="-".join)
@pytest.mark.parametrize(("minutes", "rate"), [(7, 1 / 3), (11, 0.1), (13, 1234.5)])
def test_of_equal_choices_the_first_of_the_file_is_best(names, minutes, rate):
    """Each cures one of three equally likely causes in the same time: no order of them is better."""
    changes = {name: Tries(minutes, {f"cause {name}": cures(0.9)}) for name in names}
    advice = Problem.of(story({f"cause {name}": 1 for name in sorted(names)}, changes), rate).advise()
    assert advice.best.name == names[0]
    assert [
        choice.name for choice in advice.ranked if choice.regret == 0 and choice.kind == "change"
    ] == list(names)


def test_what_costs_as_much_as_giving_up_is_not_worth_it():
    """A change that takes as long as the slow way: floats may differ in their last digit, and that is all."""
    changes = {"same": Tries(90, {"a": cures(1.0)})}
    advice = Problem.of(story({"a": 1}, changes), 1 / 3, give_up=90 * MINUTE).advise()
    assert advice.best.cost == advice.give_up
    assert not advice.worth_it
