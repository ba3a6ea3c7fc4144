"""Asking for advice: what is in place, what helped, what nobody has looked at, what is asked for by name."""

import pytest

from simulator.domain.duration import MINUTE
from simulator.domain.scenario import Outcome
from simulator.reasoning import EffectSeen, HazardSeen, Problem, belief
from tests.reasoning.conftest import CUSTOMERS, Tries, cures, errors, harms, relieves, shed, story

RATE = 60.0
NONE: frozenset[str] = frozenset()


def pair():
    changes = {
        "restart": Tries(10, {"a": cures(0.8)}),
        "failover": Tries(10, {"b": cures(0.8)}),
        "clear cache": Tries(5, {"always": harms(0.01, 10)}),
    }
    return story({"a": 1, "b": 1}, changes)


class TestWhatMayHaveEnded:
    def test_a_cure_that_was_seen_has_ended_it_under_its_cause(self):
        advice = Problem.of(pair(), RATE).advise([EffectSeen("restart", "helped")])
        assert advice.failing == 0
        assert advice.give_up == 0
        assert advice.of("change", "failover").cost == 0
        assert advice.path == ()

    def test_harm_counts_also_when_it_has_ended(self):
        advice = Problem.of(pair(), RATE).advise([EffectSeen("restart", "helped")])
        assert advice.of("change", "clear cache").cost == pytest.approx(0.01 * CUSTOMERS * 10)
        assert not advice.worth_it

    def test_undone_it_is_not_ended_but_known_to_work(self):
        advice = Problem.of(pair(), RATE).advise([EffectSeen("restart", "helped")], in_place=NONE)
        assert advice.failing == 1
        assert advice.best.name == "restart"
        assert advice.best.cost == pytest.approx(RATE * 10)

    def test_what_helped_may_be_a_relief(self):
        changes = {
            "restart": Tries(10, {"a": cures(0.5), "b": relieves(0.5, 10, 0.5)}),
            "fix": Tries(30, {"b": cures(1.0)}),
        }
        advice = Problem.of(story({"a": 1, "b": 1}, changes), RATE).advise([EffectSeen("restart", "helped")])
        assert advice.failing == pytest.approx(0.5)
        assert advice.of("change", "fix").cost == pytest.approx(0.5 * RATE * 30)

    def test_a_change_nobody_has_looked_at_may_have_worked(self):
        placed = frozenset({"restart"})
        advice = Problem.of(pair(), RATE).advise([], in_place=placed, made=placed)
        assert advice.failing == pytest.approx(0.6)
        assert advice.best.name == "failover"
        assert advice.best.cost == pytest.approx(0.5 * RATE * (10 + 0.2 * 180) + 0.1 * RATE * (10 + 180))
        assert advice.of("change", "restart").regret > 0

    def test_a_small_first_form_that_helped_makes_the_whole_sure(self):
        advice = Problem.of(pair(), RATE).advise([EffectSeen("restart", "helped")], NONE, NONE)
        assert advice.best.cost == pytest.approx(RATE * 10)


class TestRepeating:
    def test_a_relief_that_wore_off_can_be_had_again(self):
        changes = {"restart": Tries(2, {"a": relieves(0.9, 30)}), "fix": Tries(60, {"a": cures(1.0)})}
        problem = Problem.of(story({"a": 1}, changes), RATE)
        advice = problem.advise([EffectSeen("restart", "relapsed")])
        assert advice.path == (("change", "restart"), ("change", "fix"))

    def test_after_what_it_needs_came_into_place_it_is_worth_trying_again(self):
        changes = {"restart": Tries(10, {"a": cures(0.9, "shed")}), "shed": Tries(3)}
        problem = Problem.of(story({"a": 1}, changes), RATE)
        early = [EffectSeen("restart", "nothing")]
        assert problem.advise(early).path == (("change", "shed"), ("change", "restart"))
        now = problem.advise(early, in_place=frozenset({"restart", "shed"}))
        assert now.best.name == "restart"


def test_nothing_quick_left():
    told = [EffectSeen("restart", "nothing"), EffectSeen("failover", "nothing")]
    advice = Problem.of(pair(), RATE).advise(told)
    assert advice.give_up == pytest.approx(RATE * 180)
    assert not advice.worth_it
    assert Problem.of(pair(), RATE).advise().worth_it


def test_a_checked_hazard_is_known_also_for_a_change_of_no_use():
    risky = Tries(5, {}, {"lag": {"a": 0.5}}, (errors(1.0, 10),), check=2)
    problem = Problem.of(story({"a": 1}, {"failover": risky, "fix": Tries(10, {"a": cures(1.0)})}), RATE)
    cost = {told: problem.advise(told).of("change", "failover").cost for told in _checks()}
    unchecked, real, safe = cost.values()
    assert safe == pytest.approx(RATE * 15)
    assert real == pytest.approx(safe + CUSTOMERS * 10)
    assert unchecked == pytest.approx(safe + CUSTOMERS * 5)
    assert problem.advise().of("check", "failover").cost == pytest.approx(RATE * 12)


def test_the_damage_of_a_choice_is_told_apart_from_the_rest_of_its_cost():
    risky = Tries(5, {}, {"lag": {"a": 0.5}}, (errors(1.0, 10),), check=2)
    problem = Problem.of(story({"a": 1}, {"failover": risky, "fix": Tries(10, {"a": cures(1.0)})}), RATE)
    damage = [problem.advise(told).quotes.harm(("change", "failover")) for told in _checks()]
    assert damage == pytest.approx([CUSTOMERS * 5, CUSTOMERS * 10, 0])
    quotes = problem.advise().quotes
    assert quotes.harm(("change", "fix")) == quotes.harm(("check", "failover")) == 0


def test_customers_who_are_served_again_can_be_damaged_too():
    quotes = Problem.of(pair(), RATE).advise([EffectSeen("restart", "helped")]).quotes
    assert quotes.harm(("change", "clear cache")) == pytest.approx(0.01 * CUSTOMERS * 10)


def _checks():
    return (), (HazardSeen("failover", "lag", True),), (HazardSeen("failover", "lag", False),)


def test_stopping_the_growth_spares_those_who_would_have_come():
    later = (errors(0.1), errors(0.5, at=20))
    changes = {"freeze": Tries(5, {"a": Outcome(stops=True)}), "fix": Tries(30, {"a": cures(1.0)})}
    scenario = story({"a": 1}, changes, effects={"a": later})
    besides = CUSTOMERS * (1 - 0.9 * 0.5 - 0.1) / 3  # over half an hour; they come after 20 minutes
    advice = Problem.of(scenario, 600.0).advise()
    assert advice.path == (("change", "freeze"), ("change", "fix"))
    assert advice.best.cost == pytest.approx((600 + besides) * 5 + 600 * 30)
    assert advice.of("change", "fix").cost == pytest.approx((600 + besides) * 30)
    assert advice.give_up == pytest.approx((600 + besides) * 180)
    assert Problem.of(scenario, 600.0, now=20 * MINUTE).advise().best.name == "fix"


def test_shedding_load_relieves_when_that_spares_more_than_it_turns_away():
    overload = (errors(0.9),)
    changes = {"shed": Tries(2, {"a": Outcome(does=(shed(0.1),))}), "fix": Tries(60, {"a": cures(1.0)})}
    scenario = story({"a": 1}, changes, effects={"a": overload})

    def half_spared(effects):
        return 600.0 if any(effect.kind == "shed" for effect in effects) else 1200.0

    spared = Problem.of(scenario, 1200.0, half_spared).advise()
    assert spared.best.name == "shed"
    assert spared.best.cost == pytest.approx(1200 * (2 + 60 / 2))
    assert Problem.of(scenario, 1200.0).advise().best.name == "fix"


class TestAsking:
    def test_the_same_question_has_the_same_answer_at_once(self):
        scenario = pair()
        assert Problem.of(scenario, RATE) is Problem.of(scenario, RATE)
        assert Problem.of(scenario, RATE).advise() is Problem.of(scenario, RATE).advise()

    def test_every_change_place_and_check_is_ranked(self):
        risky = Tries(5, {}, {"lag": {"a": 0.5}})
        scenario = story({"a": 1}, {"failover": risky, "restart": Tries(5)}, {"db": [{"a": 0.5}]})
        names = {(choice.kind, choice.name) for choice in Problem.of(scenario, RATE).advise().ranked}
        assert names == {
            ("change", "failover"), ("change", "restart"), ("look", "app"), ("look", "db"),
            ("check", "failover"),
        }  # fmt: skip

    def test_a_name_that_is_nowhere(self):
        with pytest.raises(KeyError, match="no change named 'reboot'"):
            Problem.of(pair(), RATE).advise().of("change", "reboot")

    def test_the_belief_is_the_one_of_the_evidence(self):
        told = (EffectSeen("restart", "nothing"),)
        assert Problem.of(pair(), RATE).advise(told).belief == belief(pair(), told)


def test_the_plan_ends_with_what_most_probably_ends_it():
    """What follows a cure is for the case that it fails, which is not the likeliest thing to be seen."""
    changes = {"restart": Tries(5, {"a": cures(0.9)}), "failover": Tries(60, {"a": cures(0.8)})}
    advice = Problem.of(story({"a": 1}, changes), RATE).advise()
    assert advice.path == (("change", "restart"), ("change", "failover"))
    assert advice.plan == (("change", "restart"),)


def test_the_plan_goes_on_after_a_relief_and_after_what_will_hardly_help():
    changes = {"throttle": Tries(5, {"a": relieves(0.8, 60)}), "hotfix": Tries(60, {"a": cures(1.0)})}
    advice = Problem.of(story({"a": 1}, changes), 60.0).advise()
    assert advice.plan == advice.path == (("change", "throttle"), ("change", "hotfix"))
    unlikely = {"restart": Tries(2, {"a": cures(0.3)}), "failover": Tries(60, {"a": cures(0.8)})}
    assert Problem.of(story({"a": 1}, unlikely), RATE).advise().plan == (
        ("change", "restart"),
        ("change", "failover"),
    )
