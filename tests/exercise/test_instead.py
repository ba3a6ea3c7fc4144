"""The player that goes on from a second: a given step first, then the book."""

from simulator.domain.entry import each
from simulator.domain.fact import ChangeOrdered, Commanded, HazardChecked
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise import Exercise
from simulator.exercise.players.instead import PATIENCE, Instead, Step
from simulator.exercise.turns import take_turn
from tests.plays import shipped

FAILOVER, RESTART = "fail over a shard", "restart the push nodes"


def played(step, seed, turns=40, outage=None):
    """What the commander said, and what a check found."""
    scenario, doctrine = outage or shipped()
    exercise = Exercise(scenario, doctrine, seed)
    player = Instead(step)
    for _ in range(turns):
        take_turn(exercise, COMMANDER, player.says(exercise))
    said = [fact.text for _, fact in each(exercise.entries, Commanded)]
    checks = [(entry, fact.holds) for entry, fact in each(exercise.entries, HazardChecked)]
    orders = [(entry, fact.change) for entry, fact in each(exercise.entries, ChangeOrdered)]
    return said, checks, orders


def first_order(checks, orders):
    """What the first check found, and the first change that was ordered after it."""
    found, holds = checks[0]
    return holds, next((change for entry, change in orders if entry.number > found.number), None)


def test_a_check_is_followed_by_its_change_when_it_is_safe_and_else_by_the_book():
    plays = [played(Step("check", FAILOVER), seed)[1:] for seed in range(1, 13)]
    worlds = [first_order(*each_play) for each_play in plays if each_play[0][0][0].at < PATIENCE]
    assert {holds for holds, _ in worlds} == {True, False}
    assert all(change == FAILOVER for holds, change in worlds if not holds)
    assert any(change != FAILOVER for holds, change in worlds if holds)


def test_a_check_is_asked_for_once():
    said, checks, _ = played(Step("check", FAILOVER), 1)
    assert sum(text.startswith(f"check {FAILOVER}") for text in said) == 1
    assert checks


def in_two_parts():
    """Late messages, where hosts listen again only when they are started after the switch."""
    scenario, doctrine = shipped("late-messages")
    under = scenario.outcomes[RESTART]
    later = {**under, "deaf hosts": replace(under["deaf hosts"], after=("turn off batched pushes",))}
    return replace(scenario, outcomes={**scenario.outcomes, RESTART: later}), doctrine


def test_what_is_likelier_to_be_one_part_of_a_fix_has_its_turn_by_the_book():
    """Restarted alone the push nodes help in one case of ten; in half, once the batched pushes are off."""
    plays = [played(Step("check", RESTART), seed, 60, in_two_parts())[1:] for seed in (3, 4, 5)]
    safe = [orders for checks, orders in plays if checks and not checks[0][1] and orders]
    assert safe
    for orders in safe:
        assert orders[0][1] != RESTART
