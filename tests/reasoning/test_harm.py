"""What effects cost in customer-minutes, and how many customers fail because of them."""

import pytest

from simulator.domain.scenario import Effect
from simulator.domain.value import replace
from simulator.reasoning import usual_estimate
from simulator.reasoning.harm import added, customer_minutes, eased_share, growth, refilling
from simulator.reasoning.relief import Ease, felt, joined, later
from tests.reasoning.conftest import CUSTOMERS, errors, shed, story

ESTIMATE = usual_estimate(story({"a": 1}, {}))


def effect(kind, amount):
    return Effect(0, "app", None, kind, amount)


@pytest.mark.parametrize(
    ("effects", "share"),
    [
        ((), 0),
        ((errors(0.3),), 0.3),
        ((errors(0.5), errors(0.5)), 0.75),
        ((shed(0.4),), 0.4),
        ((effect("load", 0.5),), 0),  # the capacity is twice the load of the busiest hour
        ((effect("load", 3.0),), 0.5),  # four times the load on twice the capacity
        ((effect("capacity", -0.75),), 0.5),
        ((effect("slow", 1.5),), 0),
        ((effect("loses", 0.1),), 0.5),  # lost work weighs five times the minutes in which it was done
        ((effect("strands", 0.1),), 0),  # and is not lost yet on one side of a split
    ],
)
def test_customers_failing_because_of_effects(effects, share):
    assert ESTIMATE(effects) == pytest.approx(CUSTOMERS * share)


@pytest.mark.parametrize(
    ("effects", "minutes"),
    [
        ((), 0),
        ((errors(1.0, 40),), 40),
        ((errors(1.0, 40, at=15),), 40),
        ((errors(1.0, 40, ramp=10),), 45),  # half of its ramp counts
        ((errors(1.0),), 20),  # no end: as long as it stays
        ((errors(0.5, 10), errors(0.5, 20)), 0.75 * 10 + 0.5 * 10),
        ((errors(0.5, 10), errors(0.5, 10, at=30)), 10),
    ],
)
def test_customer_minutes(effects, minutes):
    assert customer_minutes(effects, 20 * 60, ESTIMATE) == pytest.approx(CUSTOMERS * minutes)


def test_growth_is_what_has_not_set_in_yet():
    effects = (errors(0.2), errors(0.5, at=20))
    assert growth(effects, 0, 1800, ESTIMATE) == pytest.approx(CUSTOMERS * 0.4 / 3)
    assert growth(effects, 15 * 60, 1800, ESTIMATE) == pytest.approx(CUSTOMERS * 0.4 * 25 / 30)
    assert growth(effects, 0, 600, ESTIMATE) == growth(effects, 20 * 60, 1800, ESTIMATE) == 0


def test_the_share_that_a_change_spares():
    assert eased_share((errors(0.5),), (shed(0.2),), ESTIMATE) == pytest.approx(-0.2)
    assert eased_share((effect("load", 3.0),), (effect("load", -0.5),), ESTIMATE) == pytest.approx(1.0)
    assert eased_share((), (shed(0.2),), ESTIMATE) == 0


class TestRelief:
    half, most = Ease(0.5, 600), Ease(0.9, 120)

    def test_time_without_relief_is_felt_in_full(self):
        assert felt((), 300) == 300

    def test_time_under_relief_counts_less(self):
        assert felt((self.half,), 300) == 150
        assert felt((self.half,), 700) == 400

    def test_the_strongest_counts(self):
        both = joined(joined((), self.half), self.most)
        assert both == (self.most, self.half)
        assert felt(both, 300) == pytest.approx(120 * 0.1 + 180 * 0.5)

    def test_it_wears_off(self):
        both = joined(joined((), self.half), self.most)
        assert later(both, 120) == (Ease(0.5, 480),)
        assert later(both, 600) == ()
        assert later((), 10) == ()


def test_who_fails_already_fails_but_once():
    shedding = (shed(0.4, 10),)
    assert added((), shedding, 0, ESTIMATE) == pytest.approx(CUSTOMERS * 0.4 * 10)
    assert added((errors(0.5),), shedding, 0, ESTIMATE) == pytest.approx(CUSTOMERS * 0.2 * 10)
    assert added((effect("load", 3.0),), (effect("load", -0.5),), 600, ESTIMATE) == 0


def test_a_cache_that_lost_what_it_held_refills():
    organisation = story({"a": 1}, {}).organisation
    cache = replace(organisation.services["app"], refill=40 * 60)
    refills = replace(organisation, services={"app": cache})
    lost, kept = effect("lost", 1.0), errors(0.5)
    assert refilling((lost, kept), refills) == (replace(lost, lasts=40 * 60), kept)
