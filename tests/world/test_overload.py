"""Metastable overload: what triggered it is gone, and still it stays."""

import pytest

from simulator.domain.command import Order
from simulator.domain.fact import EffectWentOff, Overloaded
from simulator.domain.value import replace

# The main database bears 125% of the usual load, 100% with retries while it is overloaded. Without its cache
# it gets twice the usual. A load spike overloads it; then the cache goes cold and keeps it there.
SPIKE = """
causes:
  spike: {truth: A mail brought everyone in., does: {at: 10m, to: base, load: +40%, for: 5m}}
changes:
  throttle: {always: {does: {to: door, shed: 70%}}}
  lift slowly: {always: {does: {to: door, shed: 70%, ramp: 20m}}}
"""


@pytest.fixture(scope="session")
def spike(outage):
    """The outage of a spike, in which the throttle can be lifted: what it shed, it lets in again."""

    def made(text=SPIKE, **given):
        scenario = outage(text, **given)
        lifting = scenario.outcome("lift slowly", "always")
        lets_in = tuple(replace(effect, amount=-effect.amount) for effect in lifting.does)
        outcomes = {**scenario.outcomes, "lift slowly": {"always": replace(lifting, does=lets_in)}}
        return replace(scenario, outcomes=outcomes)

    return made


def over(it):
    return [(at, fact.service, fact.over) for at, fact in it.timed(Overloaded)]


def base_load(it, at):
    plant = it.parts.plant
    return plant.at(at).load[plant.wiring.number["base"]]


def hits(it, at):
    return it.parts.plant.at(at).hits[0]


def test_a_spike_that_fits_overloads_nothing(play, spike):
    it = play(spike(SPIKE.replace("+40%", "+25%"))).until("1h")
    assert over(it) == []
    assert base_load(it, 700) == pytest.approx(1.0)


def test_the_spike_goes_and_the_overload_stays(play, spike):
    it = play(spike()).until("2h")
    assert over(it) == [(600, "base", True)]
    assert hits(it, 600) == 0.5
    assert hits(it, 900) == pytest.approx(0.5 * 0.75)  # a quarter has gone cold in five of twenty minutes
    assert hits(it, 600 + 1200) == 0
    assert base_load(it, 7200) == pytest.approx(1.6)
    assert it.failing(7200) == pytest.approx(0.9 * (1 - 1 / (1.6 * 1.25)))


def test_it_comes_out_only_when_the_load_with_retries_fits(play, spike):
    """A short spike: the cache has hardly cooled when it ends, but the retries hold it over."""
    brief = play(spike(SPIKE.replace("for: 5m", "for: 4s"))).until("1h")
    assert base_load(brief, 605) * 1.25 > 1
    assert over(brief) == [(600, "base", True)]
    assert base_load(brief, 605) < 1


def test_it_ends_when_so_many_customers_have_gone_that_the_load_with_retries_fits(play, spike):
    it = play(spike(starts=86400 + 14 * 3600 + 600)).until("2h")
    (began, _, _), (ended, _, pressed) = over(it)
    assert (began, pressed) == (600, False)
    assert base_load(it, ended - 1) * 1.25 > 1 > base_load(it, ended)


def test_a_mend_of_the_cause_does_not_end_it(play, spike):
    it = play(spike(), "ana")
    it.say(Order("mend", by="ana"), at="11m")
    it.until("2h")
    assert len(it.facts(EffectWentOff)) == 1
    assert over(it) == [(600, "base", True)]


def test_a_throttle_lets_it_come_out_and_the_cache_refill(play, spike):
    it = play(spike(), "bo")
    it.say(Order("throttle", by="bo"), at="40m")
    it.until("1h30m")
    assert over(it) == [(600, "base", True), (42 * 60, "base", False)]
    assert base_load(it, 42 * 60) == pytest.approx(1.6 * 0.3)
    assert hits(it, 42 * 60 + 600) == pytest.approx(0.25)
    assert hits(it, 42 * 60 + 1200) == 0.5
    assert it.failing("50m") == pytest.approx(0.9 * 0.7)  # those at the door are turned away meanwhile


def test_lifting_it_too_early_brings_the_overload_back(play, spike):
    it = play(spike(SPIKE.replace(", ramp: 20m", "")), "bo")
    it.say(
        Order("throttle", by="bo"), Order("lift slowly", by="bo"), at="40m"
    )  # lifted after 5 of 20 minutes
    it.until("2h")
    assert over(it) == [(600, "base", True), (42 * 60, "base", False), (47 * 60, "base", True)]
    assert hits(it, 47 * 60) == pytest.approx(0.125)
    assert hits(it, 7200) == 0


def test_lifting_it_slowly_after_the_refill_holds(play, spike):
    it = play(spike(), "bo")
    it.say(Order("throttle", by="bo"), at="40m")
    it.say(Order("lift slowly", by="bo"), at="1h")
    it.until("2h")
    assert over(it) == [(600, "base", True), (42 * 60, "base", False)]
    assert it.failing("1h15m") == pytest.approx(0.9 * 0.35)
    assert it.failing("2h") == 0
    assert hits(it, 7200) == 0.5


def test_lifting_at_once_after_the_refill_holds_too(play, spike):
    it = play(spike(SPIKE.replace(", ramp: 20m", "")), "bo")
    it.say(Order("throttle", by="bo"), at="40m")
    it.say(Order("lift slowly", by="bo"), at="1h10m")
    assert it.until("2h").failing("2h") == 0


def test_an_emptied_cache_overloads_what_it_shields(play):
    it = play("changes:\n  empty memory: {always: {harms: {to: memory, lost: 100%}}}\n", "ana")
    it.say(Order("empty memory", by="ana"), at="10m")
    it.until("1h")
    assert over(it) == [(720, "base", True)]
    assert hits(it, 720) == 0
    assert hits(it, 3600) == 0  # time-outs keep it from being filled


def test_a_cache_that_lost_a_little_refills_by_itself(play):
    it = play("changes:\n  empty memory: {always: {harms: {to: memory, lost: 20%}}}\n", "ana")
    it.say(Order("empty memory", by="ana"), at="10m")
    it.until("1h")
    assert over(it) == []
    assert base_load(it, 720) == pytest.approx(0.8 * (1 - 0.4) / 0.5)
    assert hits(it, 720) == pytest.approx(0.4)
    assert hits(it, 720 + 120) == pytest.approx(0.45)
    assert hits(it, 720 + 240) == 0.5


def test_an_overload_in_a_ramp_begins_at_the_second_it_is_reached(play):
    it = play("causes:\n  flood: {truth: x, does: {to: base, load: +50%, ramp: 1000s}}").until("1h")
    assert over(it) == [(501, "base", True)]  # 25% more is what it bears


def test_a_cheaper_request_ends_it(play, spike):
    it = play(spike(SPIKE + "  cheaper reads: {always: {does: {to: base, cost: -65%}}}\n"), "ana", seed=2)
    it.say(Order("cheaper reads", by="ana"), at="40m")
    it.until("3h")
    assert [what for _, _, what in over(it)] == [True, False]
    assert it.failing("3h") == 0
