"""The story of the customer's settings: nothing to roll back, and levers that do nothing, or harm."""

import pytest

from simulator.reasoning import ClueHeard, EffectSeen, Problem
from tests.plays import shipped

SETTINGS, FLOOD, RULES = "one customer's settings", "one client's flood", "broken rule set"
CAUSES = [SETTINGS, FLOOD, RULES]
TURN_OFF, BLOCK, RESTORE = (
    "turn off a customer's settings",
    "block the noisiest customer",
    "restore the edge rules",
)
RIGHT = {SETTINGS: TURN_OFF, FLOOD: BLOCK, RULES: RESTORE}


@pytest.fixture
def config(rehearse):
    return lambda cause=SETTINGS: rehearse("customer-config", cause)


@pytest.mark.parametrize("cause", CAUSES)
def test_most_of_the_product_fails_from_the_first_second(config, cause):
    it = config(cause)
    assert 0.5 < it.failing < 0.95
    assert it.wait("40m").failing > 0.6


@pytest.mark.parametrize("cause", CAUSES)
def test_people_trying_again_look_like_an_attack(config, cause):
    it = config(cause)
    assert it.load("app") > 0.9  # 71 % on a usual day at its busiest
    assert it.load("db-main") < 1


@pytest.mark.parametrize("cause", CAUSES)
def test_the_right_change_ends_it_within_minutes(config, cause):
    it = config(cause).make(RIGHT[cause])
    assert it.minute < 40
    assert it.wait("2m").failing < 0.12  # restoring rules may cost some their newest domains for a while
    assert it.wait("25m").failing < 0.01


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("change", ["roll back app", "turn off new inbox", "fail over main database"])
def test_what_is_at_hand_does_nothing(config, cause, change):
    it = config(cause)
    before = it.failing
    it.make(change)
    assert it.failing == pytest.approx(before, abs=0.15)
    assert it.acted[-1].acted == "nothing"


def test_nothing_was_deployed_so_rolling_back_twice_is_no_better(config):
    it = config().make("roll back app", "roll back app")
    assert [fact.acted for fact in it.acted] == ["nothing", "nothing"]
    assert it.failing > 0.8


@pytest.mark.parametrize("cause", CAUSES)
def test_restarting_the_edge_before_the_cause_is_gone_only_hurts(config, cause):
    it, left = config(cause).make("restart the edge"), config(cause)
    left.wait(f"{it.minute}m")
    assert it.failing > left.failing
    assert it.wait("10m").failing == pytest.approx(left.wait("10m").failing)


def test_clearing_the_cache_slows_everyone_who_got_through_and_outlives_the_cure(config):
    it = config().make("clear cache", TURN_OFF).wait("3m")
    assert it.failing > 0.15


@pytest.mark.parametrize("cause", [SETTINGS, RULES])
def test_blocking_the_wrong_customer_is_one_more_outage(config, cause):
    it = config(cause).make(BLOCK, RIGHT[cause]).wait("30m")
    assert it.failing == pytest.approx(0.02, abs=0.005)
    assert it.undo(BLOCK).failing < 0.001


def test_old_rules_help_until_the_settings_come_back(config):
    it = config().make(RESTORE)
    assert it.failing < 0.5
    assert it.wait("10m").failing > 0.8


def test_a_throttle_takes_the_flood_off_the_app(config):
    it = config(FLOOD)
    it.make("throttle traffic")
    assert it.load("app") < 1
    assert it.failing > 0.5


def test_the_flood_grows_when_nothing_answers(config):
    it = config(FLOOD)
    early = it.wait("20m").failing
    assert it.wait("20m").failing > early + 0.05


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=45000):
    return Problem.of(shipped("customer-config")[0], rate).advise(told)


def test_whoever_knows_the_edge_is_sent_to_look_first(config):
    first = advice()
    assert first.of("look", "edge").regret < 0.03 * first.best.cost
    assert first.best.name in ("edge", TURN_OFF)


@pytest.mark.parametrize(("clue", "cause"), list(enumerate(CAUSES, 1)))
def test_what_the_edge_says_decides(config, clue, cause):
    assert advice(ClueHeard("edge", clue)).best.name == RIGHT[cause]


def test_one_try_at_a_rollback_costs_its_time_and_no_more(config):
    first = advice()
    assert 0 < first.of("change", "roll back app").regret < first.of("change", "clear cache").regret


def test_what_did_nothing_is_unlikely(config):
    """Ruled out it is not: what a change does may be missed."""
    after = advice(EffectSeen(BLOCK, "nothing"))
    assert after.belief[FLOOD] < 0.06
    assert after.belief[SETTINGS] > 0.45
