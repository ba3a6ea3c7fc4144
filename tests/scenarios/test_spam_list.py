"""The story of the spam list: days long, cured by others at their pace, and hurt by what looks quick."""

from itertools import pairwise

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import CommandHanded, Ended, Joined, Left, StakeholderAsked
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.reasoning import ClueHeard, Problem
from simulator.reasoning.options import slow_way
from tests.plays import shipped

TRAPPED, BLIND, STOLEN = "trapped lists", "blind detector", "stolen keys"
CAUSES = [TRAPPED, BLIND, STOLEN]
CASE, FORM, FRESH = "take our case through the provider", "ask for delisting now", "send from fresh addresses"
CLEAN_UP = {
    TRAPPED: "suspend the bad senders",
    BLIND: "repair the spam detector",
    STOLEN: "replace the interface keys",
}
WHAT = "what does the list say?"


@pytest.fixture
def listed(rehearse):
    return lambda cause=TRAPPED, seed=1: rehearse("spam-list", cause, seed)


def mail_failing(it):
    return it._plant.at(it.world.now).journeys[list(it.scenario.organisation.journeys).index("reply by mail")]


@pytest.mark.parametrize("cause", CAUSES)
def test_mail_is_refused_and_nothing_else_is(listed, cause):
    it = listed(cause)
    assert 0.55 < mail_failing(it) < 0.65
    assert it.failing == pytest.approx(0.04 * mail_failing(it), abs=0.001)


@pytest.mark.parametrize("cause", CAUSES)
def test_a_second_wave_comes_within_a_day(listed, cause):
    it = listed(cause).wait("12h")
    assert mail_failing(it) < 0.65
    assert mail_failing(it.wait("14h")) > 0.72
    assert mail_failing(it.wait("2d")) > 0.85


@pytest.mark.parametrize("cause", CAUSES)
def test_the_clean_up_is_not_felt_but_keeps_the_second_wave_away(listed, cause):
    cleaned = (listed(cause, seed).make(CLEAN_UP[cause]) for seed in range(1, 9))
    it = next(it for it in cleaned if it.acted[-1].acted == "stopped")
    assert mail_failing(it) == pytest.approx(0.62, abs=0.02)
    assert mail_failing(it.wait("40h")) == pytest.approx(0.62, abs=0.02)


@pytest.mark.parametrize("cause", CAUSES)
def test_the_case_ends_it_once_the_right_thing_is_cleaned_up(listed, cause):
    wrong = next(change for other, change in CLEAN_UP.items() if other != cause)
    vain = listed(cause).make(wrong, CASE)
    assert vain.acted[-1].acted == "nothing"
    it = listed(cause).make(CLEAN_UP[cause], CASE)
    assert it.acted[-1].acted == "cured"
    assert it.minute > 6 * 60
    assert mail_failing(it.wait("1h")) < 0.03


@pytest.mark.parametrize("cause", CAUSES)
def test_asking_before_the_clean_up_makes_it_worse_for_a_day(listed, cause):
    it = listed(cause).make(FORM)
    assert it.acted[-1].harmed
    assert mail_failing(it.wait("4h")) > 0.72
    twice = listed(cause).make(FORM, FORM).wait("4h")
    assert mail_failing(twice) > 0.8


@pytest.mark.parametrize("cause", CAUSES)
def test_fresh_addresses_work_for_two_hours_and_count_as_evasion_then(listed, cause):
    it = listed(cause).make(FRESH)
    assert mail_failing(it.wait("20m")) < 0.3
    assert mail_failing(it.wait("6h")) > 0.78
    it.make(CLEAN_UP[cause], CASE)
    assert it.acted[-1].acted in ("cured", "nothing")


def test_limits_turn_customers_away(listed):
    it = listed(BLIND)
    before = mail_failing(it)
    it.make("limit mail volume")
    assert mail_failing(it) > before + 0.01
    assert mail_failing(it.undo("limit mail volume").wait("10m")) == pytest.approx(before, abs=0.01)


# ---- command over days ----


@pytest.fixture(scope="module")
def book():
    return play(Exercise(*shipped("spam-list"), 3), PLAYERS["by-the-book"](3))


def test_by_the_book_it_takes_most_of_a_day_at_least_and_is_ended(book):
    (ended,) = each(book.entries, Ended)
    assert ended[1].why == "ended by the commander"
    assert 12 * HOUR < ended[0].at < 60 * HOUR


def test_nobody_commands_for_longer_than_a_shift(book):
    handed = [0, *(entry.at for entry, _ in each(book.entries, CommandHanded))]
    assert len(handed) > 3
    assert all(later - earlier <= 4 * HOUR + 20 * MINUTE for earlier, later in pairwise(handed))


def test_somebody_goes_and_a_colleague_comes(book):
    left = [fact.person for entry, fact in each(book.entries, Left) if entry.at < 16 * HOUR]
    joined = [fact.person for _, fact in each(book.entries, Joined)]
    assert "sean" in left
    assert "yuki" in joined


def test_after_hours_people_ask_in_hours_not_in_minutes():
    left = play(Exercise(*shipped("spam-list"), 3), PLAYERS["idle"](3))
    asked = [entry.at for entry, fact in each(left.entries, StakeholderAsked) if fact.who == "support"]
    early, late = [at for at in asked if at < 4 * HOUR], [at for at in asked if at >= 5 * HOUR]
    assert len(early) > 10
    assert all(later - earlier >= 3 * HOUR for earlier, later in pairwise(late))


@pytest.mark.parametrize(("wrong", "least"), [(FORM, 1.15), (FRESH, 1.25)])
def test_what_looks_quick_costs_hours(listed, wrong, least):
    right = listed().make(CLEAN_UP[TRAPPED], CASE).wait("4d")
    hasty = listed().make(wrong, CLEAN_UP[TRAPPED], CASE).wait("4d")
    assert total(hasty) > least * total(right)


def total(it):
    assert it.world.over
    return customer_minutes(it.world.entries)


# ---- what an expert would decide, on the author's table ----


def advice(*told, rate=1500):
    return Problem.of(shipped("spam-list")[0], rate).advise(told)


def test_there_is_no_slow_way_but_to_bear_it():
    scenario = shipped("spam-list")[0]
    assert slow_way(scenario) == scenario.limit
    assert advice().worth_it


def test_quick_ways_out_are_worst():
    first = advice()
    assert first.best.kind == "look"
    for change in (FORM, FRESH):
        assert first.of("change", change).regret > 0.1 * first.best.cost


@pytest.mark.parametrize(
    ("told", "cause"), [((WHAT, 1), TRAPPED), (("mail-queue", 2), BLIND), (("app", 2), STOLEN)]
)
def test_a_look_tells_where_to_clean_up(told, cause):
    path = [name for kind, name in advice(ClueHeard(*told)).path if kind == "change"]
    assert path[:2] == [CLEAN_UP[cause], CASE]
