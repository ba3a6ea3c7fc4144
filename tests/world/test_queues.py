"""Queues refuse nothing: they fall behind, are felt once the wait is long, and drain slowly."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring import read_organisation
from simulator.domain.command import Order, Verify
from simulator.domain.fact import AlertFired, ImpactChanged, Verified
from simulator.domain.health import pressure, state_of
from tests.world.conftest import HERE, Play

LINE = """
causes:
  stuck:
    truth: The workers stand still for twenty minutes.
    does: {at: 10m, to: mail, errors: 100%, for: 20m}
"""
FLOOD = """
causes:
  flood:
    truth: Twice as much comes in.
    does: {at: 0s, to: mail, load: +100%, for: 30m}
"""
SHIVER = 0.002


@pytest.fixture(scope="module")
def postal():
    """Harbour, where letters wait in a queue that works at 80 % of what it could in the busiest hour."""
    text = (HERE / "harbour.yaml").read_text("utf-8")
    text = text.replace("mail:   {team: post}", "mail:   {team: post, capacity: 125%, queue: 5m}")
    text = text.replace(
        "  traffic:", "  mail queue:   {of: mail,   shows: waiting,  lag: 1m, noise: 0%}\n  traffic:"
    )
    text = text.replace("alerts:\n", "alerts:\n  - {when: mail queue > 10m for 2m, pages: post}\n")
    reading = read_organisation(text, "harbour.yaml")
    assert not reading.problems, reading.problems
    return reading.value


@pytest.fixture(scope="module")
def play(outage, postal):
    return lambda text, **given: Play(outage(text, postal, **given))


def test_what_comes_in_while_the_workers_stand_still_waits(play):
    it = play(LINE).until("29m")
    assert it.reading("mail queue") == pytest.approx(18 * 60 * 0.8, rel=SHIVER)


def test_a_wait_that_customers_bear_is_no_failure(play):
    it = play(LINE).until("16m")
    assert it.reading("mail queue") == pytest.approx(240, rel=SHIVER)
    assert it.failing("16m") == 0
    assert it.until("18m").failing("18m") > 0


def test_the_longer_the_wait_the_more_give_up(play):
    """With 5 minutes borne, a wait of 14 is as bad as answers 5.6 times as slow."""
    it = play(LINE).until("27m30s")
    assert it.failing("27m30s") == pytest.approx(0.1 * 0.9 * (2 * 840 / 300 - 2) / 18, rel=1e-9)


def test_it_drains_at_the_pace_that_is_left(play):
    """16 minutes of work, with a fifth of the pace to spare, are gone after 80 minutes."""
    it = play(LINE).until("1h49m")
    assert it.reading("mail queue") > 0
    assert it.until("1h51m30s").reading("mail queue") == pytest.approx(0, abs=0.01)
    assert it.failing("1h49m") == 0


def test_customers_suffer_long_after_the_cause_is_gone(play):
    it = play(LINE).until("2h")
    last = [entry.at for entry in it.entries if isinstance(entry.fact, ImpactChanged) and entry.fact.failing]
    assert 60 * 60 < last[-1] < 90 * 60


def test_more_than_it_can_do_fills_it_as_well(play):
    it = play(FLOOD).until("30m")
    assert it.parts.plant.at(1800).waits == pytest.approx((30 * 60 * 0.6,), rel=1e-6)


def test_it_is_never_overloaded(play):
    it = play(FLOOD).until("30m")
    assert it.parts.plant.state.load[it.parts.plant.wiring.number["mail"]] == pytest.approx(1.6)
    assert not it.parts.plant._overloaded


def test_an_alert_goes_by_the_time_that_waits(play):
    it = play(LINE).until("40m")
    alert = next(fact for fact in it.facts(AlertFired) if fact.signal == "mail queue")
    assert alert.alert == "mail queue > 10m"
    assert it.times(AlertFired)[0] == 10 * 60 + 750 + 60 + 120 + 1


def test_steps_of_time_make_no_difference(play):
    whole, steps = play(LINE).until("2h"), play(LINE)
    for second in range(7, 7200, 7):
        steps.until(second)
    assert steps.until("2h").lines() == whole.lines()


@pytest.mark.parametrize(
    ("watched_at", "result"), [("32m", "same"), ("1h20m", "better"), ("2h20m", "recovered")]
)
def test_a_change_can_be_watched_on_what_waits(postal, outage, watched_at, result):
    """The queue drains slowly, and tells late. What it grew by before the change acted is not its doing."""
    changes = "changes:\n  spare route: {stuck: {cures: 100%}}\n"
    it = Play(outage(LINE.replace("for: 20m", "for: 3h") + changes, postal), here=["fay"])
    it.say(Order("spare route", by="fay"), at="25m")
    it.say(Verify("spare route", "mail queue", None, by="fay"), at=watched_at)
    (fact,) = it.until("2h40m").facts(Verified)
    assert fact.result == result


WORSE = st.tuples(
    st.integers(0, 20),
    st.sampled_from(["mail", "shop", "shards/2"]),
    st.sampled_from(["errors: 100%", "errors: 40%", "slow: 9x", "shed: 30%", "load: +60%"]),
    st.integers(0, 15),
    st.integers(1, 30),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(WORSE, min_size=1, max_size=4), st.floats(0, 0.999))
def test_what_customers_suffer_at_a_queue_is_what_all_of_the_state_says(play, effects, where):
    does = "".join(
        f"      - {{at: {at}m, to: {to}, {what}, ramp: {ramp}m, for: {lasts}m}}\n"
        for at, to, what, ramp, lasts in effects
    )
    it = play(f"causes:\n  bug:\n    truth: Some.\n    does:\n{does}").until("1h")
    plant = it.parts.plant
    ends = [since for since, _ in plant._history[1:]] + [3600]
    for (since, stretch), end in zip(plant._history, ends, strict=True):
        at, acting = where * (end - since), stretch.acting
        weighs = pressure(stretch.wiring, acting.strains, acting.warmths, stretch.demand, at)
        whole = state_of(stretch.wiring, weighs, acting.overloaded, stretch.waits(at))
        assert stretch.suffered(at) == whole.suffered  # to the last bit
