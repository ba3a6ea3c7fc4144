"""What can be watched lags and shivers; alerts go by it."""

import pytest

from simulator.domain.command import Look, Order
from simulator.domain.fact import AlertCleared, AlertFired, Looked, Paged
from simulator.world.dice import noise
from simulator.world.signals import FLOOR, usual_readings

NEAR = 0.0021


def effects(*lines):
    return "causes:\n  bug:\n    truth: x\n    does:\n" + "".join(f"      - {{{line}}}\n" for line in lines)


def test_a_signal_shows_the_past_by_its_lag(play):
    it = play(effects("at: 10m, to: shop, errors: 40%")).until("20m")
    assert it.reading("shop errors", "11m59s") == pytest.approx(0, abs=NEAR)
    assert it.reading("shop errors", "12m") == pytest.approx(0.4, abs=NEAR)
    assert it.reading("buying", "12m59s") == pytest.approx(1.0, abs=NEAR)
    assert it.reading("buying", "13m") == pytest.approx(0.6, abs=NEAR)


def test_before_the_exercise_began_all_was_well(play):
    it = play("").until("1m")
    assert it.reading("shop errors") == pytest.approx(0, abs=NEAR)
    assert it.until("2m").reading("shop errors") == pytest.approx(0.4, abs=NEAR)


def test_a_reading_is_noisy_in_proportion(play):
    it = play(effects("to: mail, errors: 50%"), seed=4).until("2h")
    for second in range(600, 7200, 60):
        shiver = noise(4, "letters")(second)
        assert it.reading("letters", second) == round(0.5 * (1 + 0.02 * shiver) + FLOOR * abs(shiver), 4)


def test_no_share_is_ever_shown_above_one_or_below_zero(play):
    it = play(effects("at: 7h59m, to: mail, errors: 1%")).until("2h")
    shown = [
        it.reading(signal, second) for signal in ("letters", "letter fails") for second in range(0, 7200, 7)
    ]
    assert all(0 <= reading <= 1 for reading in shown)
    assert len(set(shown)) > 100


def test_a_look_shows_every_signal_as_it_reads_then(play):
    it = play("").until("10m")
    it.say(Look("signals"))
    (looked,) = it.facts(Looked)
    assert dict(looked.readings) == {name: it.reading(name) for name in it.scenario.organisation.signals}
    assert it.entries[-1].seen == "commander"
    it.say(Look("board"))
    assert it.facts(Looked)[-1] == Looked("board", ())


def test_what_is_usual_is_what_a_quiet_hour_shows(play):
    it = play("")
    usual = {name: it.parts.signals.usual(name) for name in it.scenario.organisation.signals}
    assert usual == {
        "shop errors": 0, "buying": 1, "shard time": 1, "base load": 0.8, "memory hits": 0.5,
        "find errors": 0, "letters": 1, "letter fails": 0, "traffic": 0.25,
    }  # fmt: skip


@pytest.mark.parametrize("began", [0, 60, 4321])
def test_an_alert_fires_lag_and_hold_after_the_crossing_and_clears_a_lag_after_the_end(play, began):
    it = play(effects(f"at: {began}s, to: shop, errors: 40%, for: 20m")).until("2h")
    (fired,) = it.timed(AlertFired)
    assert fired[0] == began + 120 + 180
    assert (fired[1].alert, fired[1].signal, fired[1].pages) == ("shop errors > 5%", "shop errors", "web")
    assert fired[1].reading == pytest.approx(0.4, abs=NEAR)
    assert it.timed(AlertCleared) == [(began + 1200 + 120, AlertCleared("shop errors > 5%", "shop errors"))]
    assert it.times(Paged)[0] == began + 300


def test_an_alert_does_not_fire_for_what_stays_within(play):
    assert play(effects("to: shop, errors: 5%")).until("1h").facts(AlertFired) == []
    for slow, fires in (("4x", False), ("4.1x", True)):
        it = play(effects(f"to: shards, slow: {slow}")).until("1h")
        assert ("shard time > 4x" in {fact.alert for fact in it.facts(AlertFired)}) is fires


@pytest.mark.parametrize(
    ("lasts", "fires"), [(60, False), (179, False), (180, True), (200, True), (299, True)]
)
def test_it_fires_only_for_what_lasts_as_long_as_it_holds(play, lasts, fires):
    """Also when all is over by the time the signal shows it."""
    it = play(effects(f"at: 10m, to: shop, errors: 40%, for: {lasts}s")).until("1h")
    assert it.times(AlertFired) == ([900] if fires else [])
    assert it.times(AlertCleared) == ([600 + lasts + 120] if fires else [])
    assert all(fact.reading > 0.3 for fact in it.facts(AlertFired)), "what it read while it was beyond"


@pytest.mark.parametrize("seed", range(1, 30))
def test_an_alert_never_says_that_its_signal_is_within(play, seed):
    """However its signal shivers."""
    (fired,) = play(effects("to: shop, errors: 5.1%"), seed=seed).until("1h").facts(AlertFired)
    assert fired.reading > 0.05


@pytest.mark.parametrize(("share", "fires"), [("70%", False), ("71%", True)])
def test_an_alert_may_be_for_what_falls_below(play, share, fires):
    it = play(effects(f"at: 10m, to: mail, errors: {share}, for: 20m")).until("1h")
    assert it.times(AlertFired) == ([600 + 120 + 120] if fires else [])
    assert it.times(AlertCleared) == ([1800 + 120] if fires else [])


def test_what_gets_worse_meanwhile_does_not_begin_anew(play):
    it = play(
        effects("to: shop, errors: 40%", "at: 1m, to: shop, errors: 40%", "at: 2m, to: mail, errors: 5%")
    )
    assert it.until("1h").times(AlertFired) == [300]


def test_only_shares_have_a_ceiling(play):
    it = play(effects("to: shards, slow: 30x", "to: base, load: +300%")).until("10m")
    assert it.reading("shard time") == pytest.approx(30, abs=NEAR)
    assert it.reading("base load") > 3


def test_what_is_usual_lags_like_the_signal(play, quiet):
    it = play(quiet(starts=86400 + 14 * 3600 + 1800)).until("40m")  # demand halves within an hour
    usual = it.parts.signals.usual
    steps = [0.8 * (1 - 5 / 120), 0.8 * (1 - 5 / 120), 0.8 * (1 - 15 / 120)]
    assert [usual("base load", at) for at in (0, 659, 660)] == pytest.approx(steps, abs=1e-4)
    assert usual("base load") == pytest.approx(0.8 * (1 - 35 / 120), abs=1e-4)


def test_after_a_false_start_the_hold_begins_anew(play):
    it = play(effects("to: shop, errors: 40%, for: 2m", "at: 4m, to: shop, errors: 40%")).until("1h")
    assert it.times(AlertFired) == [240 + 300]


def test_an_alert_fires_again_when_it_comes_back(play):
    it = play(effects("to: shop, errors: 40%, for: 10m", "at: 30m, to: shop, errors: 40%, for: 10m")).until(
        "2h"
    )
    assert it.times(AlertFired) == [300, 1800 + 300]
    assert it.times(AlertCleared) == [720, 1800 + 720]


def test_a_short_dip_does_not_clear_what_fires(play):
    it = play(effects("to: shop, errors: 40%, for: 10m", "at: 11m, to: shop, errors: 40%")).until("1h")
    assert it.times(AlertFired) == [300]
    assert it.times(AlertCleared) == []


def test_an_alert_clears_when_the_trouble_ends(play):
    it = play("", "ana")
    it.say(Order("mend", by="ana"), at="20m")
    it.until("1h")
    within = 20 * 60 + 180 + 40  # of the 45 s in which 40% fade, until no more than 5% are left
    assert it.times(AlertCleared) == [within + 120]


def test_what_began_before_the_exercise_counts_from_then(play):
    from simulator.domain.value import replace

    scenario = play("").scenario
    cause = scenario.causes["bug"]
    earlier = replace(cause, effects=(replace(cause.effects[0], at=-240),))
    it = play(replace(scenario, causes={"bug": earlier})).until("1h")
    assert it.times(AlertFired) == [60]


def test_a_crossing_in_a_ramp_is_seen_when_it_happens(play):
    it = play(effects("to: shop, errors: 100%, ramp: 70m, for: 10m")).until("3h")
    assert it.times(AlertFired) == [211 + 300]  # 5% of it and a second
    assert it.parts.plant.felt_since is None


def test_customers_feel_a_ramp_when_it_gets_that_far(play):
    it = play(effects("to: shop, errors: 100%, ramp: 100m")).until("1m")
    assert it.parts.plant.felt_since == 14  # 0.9 x 14 s / 100 min is just above 0.2%


def hour_before(it):
    return {second: dict(it.world.shown(second)) for second in range(-3600, 0, 30)}


def test_the_dashboards_go_back_to_before_the_first_second_with_noise_and_lag(play):
    it = play("began: 6m\n" + effects("to: shop, errors: 40%")).until("3m")
    shop = {second: shown["shop errors"] for second, shown in hour_before(it).items()}
    assert all(value <= 0.01 for second, value in shop.items() if second < -360 + 120)
    assert all(
        value == pytest.approx(0.4, abs=0.02) for second, value in shop.items() if second >= -360 + 120
    )
    base = [shown["base load"] for shown in hour_before(it).values()]
    assert len(set(base)) > 10
    assert all(value == pytest.approx(0.8, rel=0.1) for value in base)


def test_an_hour_before_is_the_load_of_that_hour(play):
    it = play("", starts="40h").until("1m")  # on Tuesday at four; the hour before is a quiet one
    company = it.scenario.organisation
    then = it.parts.plant.demand_at(-1800 - company.signals["traffic"].lag)
    assert then < 0.7
    shown = hour_before(it)[-1800]["traffic"]
    assert shown == pytest.approx(usual_readings(company, then)["traffic"], rel=0.1)


def test_what_was_shown_is_what_was_read_then(play):
    it = play(effects("at: 10m, to: shop, errors: 40%")).until("12m")
    was = it.world.gauges
    assert dict(it.until("20m").world.shown(720)) == dict(was)


def test_the_past_leads_into_the_present_without_a_step(play):
    it = play("began: 20m\n" + effects("to: memory, lost: 60%")).until("1m")
    hits = {at: dict(it.world.shown(at))["memory hits"] for at in (-3000, -60, -1, 0)}
    assert hits[-3000] == pytest.approx(0.5, rel=0.03)
    assert hits[-3000] > hits[-60] > hits[0] == pytest.approx(hits[-1], abs=0.01)


def test_a_second_asked_twice_shows_the_same(play):
    one, two = play("", seed=5).until("1m"), play("", seed=5).until("4m")
    assert hour_before(one) == hour_before(two)
