"""Who fails, and what that adds up to, second by second."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain import course
from simulator.domain.command import Order
from simulator.domain.entry import each
from simulator.domain.fact import EffectSetIn, EffectWentOff, Ended, ImpactChanged, Overloaded
from simulator.domain.health import health
from simulator.domain.value import replace

SHIVER = 0.002
"""What even a signal without noise shivers by."""


def _summed(played, until):
    """Customer-minutes by the state at the middle of each second, as the plant remembers it."""
    plant, organisation = played.parts.plant, played.scenario.organisation
    starts = played.scenario.starts
    total = 0.0
    for second in range(until):
        since, stretch = next(known for known in reversed(plant._history) if known[0] <= second)
        acting, at = stretch.acting, second + 0.5 - since
        state = health(plant.wiring, acting.strains, acting.warmths, acting.overloaded, stretch.demand, at)
        total += state.failing * organisation.demand(starts + second)
    return total * organisation.customers / 60


STEPS = """
causes:
  bug:
    truth: Steps up and down.
    does:
      - {to: shop, errors: 40%}
      - {at: 10m, to: shards/2, errors: 100%, for: 7m}
      - {at: 13m, to: mail, slow: 11x, for: 1h}
"""
RAMPS = """
causes:
  bug:
    truth: Everything runs.
    does:
      - {to: shop, errors: 40%, ramp: 17m}
      - {at: 5m, to: shards, errors: 80%, ramp: 10m, for: 7m}
      - {at: 9m, to: base, load: +60%, ramp: 20m, for: 30m}
      - {at: 30m, to: memory, lost: 60%}
"""


def test_impact_of_steps_is_exact(play, minutes):
    it = play(STEPS).until("20m")
    shop, shard = 0.9 * 0.4, 0.5 * (1 - 0.6 * 0.8) + 0.4 * 0.4
    mail = 0.1 * 0.45
    exact = (
        minutes(shop, "10m") + minutes(shard, "3m") + minutes(shard + mail, "4m") + minutes(shop + mail, "3m")
    )
    it.parts.plant.settle()
    assert it.parts.plant.losses.total == pytest.approx(exact, abs=1e-6)
    assert it.parts.plant.losses.total == pytest.approx(_summed(it, 1200), abs=1e-6)


@pytest.mark.parametrize("until", ["16m", "29m", "55m", "1h40m"])
def test_impact_of_ramps_and_overloads_is_what_a_second_by_second_sum_gives(play, until):
    it = play(RAMPS).until(until)
    it.parts.plant.settle()
    assert it.parts.plant.losses.total == pytest.approx(_summed(it, it.world.now), rel=2e-4)


def test_impact_of_what_gets_slow_is_too(play):
    it = play("causes:\n  bug: {truth: x, does: {to: mail, slow: 30x, ramp: 50m}}").until("1h")
    it.parts.plant.settle()
    assert it.parts.plant.losses.total == pytest.approx(_summed(it, 3600), rel=2e-4)
    assert [at for at in it.times(ImpactChanged) if at in (103, 1966)] == [103, 1966]  # 2x and 20x


def test_the_curve_on_the_timeline_gives_the_same(play):
    it = play(RAMPS, limit="2h").until("2h")
    assert course.customer_minutes(it.entries) == pytest.approx(it.parts.plant.losses.total, abs=0.1)
    drawn = sum((s.until - s.at) / 60 * (s.begins + s.ends) / 2 for s in course.impact(it.entries))
    assert drawn == pytest.approx(it.parts.plant.losses.total, rel=5e-3)


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 40), st.sampled_from(["shop", "shards/3", "mail", "search"]),
            st.integers(1, 100), st.integers(0, 15), st.none() | st.integers(1, 20),
        ),
        min_size=1, max_size=4,
    ),
    st.integers(30, 90),
)  # fmt: skip
def test_any_effects_give_what_a_second_by_second_sum_gives(play, effects, until):
    does = "".join(
        f"      - {{at: {at}m, to: {to}, errors: {share}%, ramp: {ramp}m"
        f"{f', for: {lasts}m' if lasts else ''}}}\n"
        for at, to, share, ramp, lasts in effects
    )
    it = play(f"causes:\n  bug:\n    truth: Some.\n    does:\n{does}").until(60 * until)
    it.parts.plant.settle()
    assert it.parts.plant.losses.total == pytest.approx(_summed(it, 60 * until), rel=1e-5, abs=1e-6)


def test_the_hour_counts_as_many_customers_as_it_has(play, minutes):
    it = play(limit="1h30m", starts=86400 + 14 * 3600 + 1800).until("1h30m")
    assert it.times(Ended) == [5400]
    assert course.customer_minutes(it.entries) == pytest.approx(
        minutes(0.36, "1h") * 0.75 + minutes(0.36, "30m") / 2, abs=0.1
    )
    assert it.times(ImpactChanged) == [*range(0, 3601, 600), 5400]
    left = [21600 * (1 - minute / 120) for minute in range(5, 60, 10)]
    assert [f.failing for f in it.facts(ImpactChanged)] == pytest.approx([*left, 10800, 10800], abs=2)


def test_what_fails_is_named_until_the_last(play):
    it = play(limit="10m").until("10m")
    assert all(dict(f.journeys) == {"buy": 0.4, "browse": 0.4, "find": 0.4} for f in it.facts(ImpactChanged))
    assert it.times(ImpactChanged) == [0, 600]


def test_the_last_second_of_a_ramp_is_counted_as_it_is(play):
    it = play("causes:\n  bug: {truth: x, does: {to: mail, errors: 100%, ramp: 20m}}", limit="10m").until(
        "10m"
    )
    last = it.facts(ImpactChanged)[-1]
    assert last.failing == 3000
    assert last.arriving == 3000
    assert last.journeys == (("letter", 0.5),)
    assert last.total == pytest.approx(6000 * 0.25 * 10, abs=0.1)


def test_a_curve_is_told_at_least_every_five_minutes(play):
    it = play("causes:\n  bug: {truth: x, does: {to: mail, errors: 69%, ramp: 20m}}").until("21m")
    assert it.times(ImpactChanged) == [0, 35, 335, 635, 935, 1200]  # at 35 s customers begin to feel it
    assert [f.failing for f in it.facts(ImpactChanged)] == [0, 121, 1156, 2191, 3226, 4140]


def test_the_truth_of_effects_is_on_the_timeline(play):
    it = play(STEPS).until("14m")
    told = [(e.at, f.to, f.part, f.what, f.amount, e.seen) for e, f in each(it.entries, EffectSetIn)]
    assert told == [
        (0, "shop", 0, "errors", 0.4, "truth"),
        (600, "shards", 2, "errors", 1.0, "truth"),
        (780, "mail", 0, "slow", 11.0, "truth"),
    ]
    assert all(entry.source.startswith("trouble.yaml:") for entry, _ in each(it.entries, EffectSetIn))
    assert it.facts(EffectWentOff) == []


def test_a_quiet_world_says_nothing_but_keeps_the_hours(play, quiet):
    it = play(quiet(starts=86400 + 14 * 3600)).until("1h40m")
    assert it.facts(ImpactChanged) == []
    assert it.facts(Overloaded) == []
    assert it.parts.plant.demand_at(6000) == 0.5
    assert it.reading("base load") == pytest.approx(0.4, abs=SHIVER)
    assert it.until("4h50m").reading("base load") == pytest.approx(0.8, abs=SHIVER)


def test_what_began_before_the_exercise_is_there_from_the_first_second(play):
    it = play()
    cause = it.scenario.causes["bug"]
    earlier = replace(cause, effects=(replace(cause.effects[0], at=-600, ramp=1200),))
    it = play(replace(it.scenario, causes={"bug": earlier})).until("1m")
    assert it.facts(ImpactChanged)[0].failing == 10800
    assert it.reading("shop errors", 0) == pytest.approx(0.4 * 480 / 1200, abs=SHIVER)  # as it was, a lag ago


RUNNING = """
causes:
  bug: {truth: It grows., does: {to: shop, errors: 100%, ramp: 1h}}
changes:
  restart: {bug: {relieves: 50% for 10m}}
  add shards: {bug: {harms: {to: memory, lost: 50%}}}
"""


@pytest.mark.parametrize("changes", [["mend"], ["restart"], ["add shards"], ["restart", "mend"]])
def test_what_was_lost_until_a_change_acts_is_counted_as_it_was(play, changes):
    it = play(RUNNING, "ana", "bo").until("20m")
    for change in changes:
        it.say(Order(change, by="bo" if change == "restart" else "ana"))
    it.until("50m")
    it.parts.plant.settle()
    assert it.parts.plant.losses.total == pytest.approx(_summed(it, 3000), rel=1e-5)
