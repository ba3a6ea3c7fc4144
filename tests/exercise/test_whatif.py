"""What if: a child that is its parent up to a second, and then is not."""

import pytest

from simulator.domain.course import customer_minutes
from simulator.domain.fact import ChangeActed, ChangeOrdered, Joined, Paged, Posted
from simulator.domain.seats import COMMANDER
from simulator.exercise import Departure, replay, take_turn, what_if
from tests.plays import say, shipped

SCRIPT = """
declare P1
page datastores
wait 7m
order clear cache by raj
post status page investigating next in 20m
wait 20m
verify clear cache by raj
wait 10m
end
"""


@pytest.fixture
def parent(exercise):
    say(exercise, SCRIPT)
    return exercise.recording


def other(parent, departure):
    scenario, doctrine = shipped()
    return what_if(parent, scenario, doctrine, departure)


def order_of(recording):
    return next(line for line in recording.commands if line.text.startswith("order"))


def orders(exercise):
    return [entry.fact.change for entry in exercise.entries if isinstance(entry.fact, ChangeOrdered)]


def test_before_the_second_it_is_the_same_play(parent):
    at = order_of(parent).at
    child = other(parent, Departure(at, ("order stop the migration by raj",)))
    before = [entry for entry in parent.entries if entry.at < at]
    assert child.entries[: len(before)] == before


def test_keep_the_rest_says_the_remaining_commands(parent):
    at = order_of(parent).at
    child = other(parent, Departure(at, ("order stop the migration by raj",)))
    assert orders(child) == ["stop the migration"]
    assert any(isinstance(entry.fact, Posted) for entry in child.entries)
    assert child.over


def test_take_over_leaves_it_there(parent):
    at = order_of(parent).at
    child = other(parent, Departure(at, mode="take over"))
    assert not child.over
    assert orders(child) == []
    take_turn(child, COMMANDER, "order stop the migration by raj")
    assert orders(child) == ["stop the migration"]


def test_a_child_names_its_parent_and_replays(parent):
    at = order_of(parent).at
    child = other(parent, Departure(at, ("wait 5m",)))
    assert child.header.parent
    assert child.header.parent.digest == parent.digest
    assert child.header.parent.at == at
    assert replay(child.recording, *shipped()).difference is None


def test_nothing_changed_gives_the_parent_again(parent):
    at = order_of(parent).at
    child = other(parent, Departure(at, (), drop=0))
    assert child.entries == list(parent.entries)


def test_another_decision_does_not_touch_the_rest_of_the_luck(parent):
    """The same people answer their pages at the same seconds, whatever is ordered later."""
    at = order_of(parent).at
    child = other(parent, Departure(at, ("order stop the migration by raj",)))

    paged = {e.fact.person for e in parent.entries if isinstance(e.fact, Paged) and e.at < at}

    def arrivals(entries):
        return [(e.at, e.fact) for e in entries if isinstance(e.fact, Joined) and e.fact.person in paged]

    assert arrivals(child.entries) == arrivals(parent.entries)


def test_another_seed_puts_the_decisions_into_another_world(parent):
    worlds = {
        customer_minutes(other(parent, Departure(0, drop=0, seed=seed)).entries) for seed in range(1, 9)
    }
    assert len(worlds) > 3


def test_the_harm_of_the_worse_change_shows_in_customer_minutes(parent):
    acted = [e.fact for e in parent.entries if isinstance(e.fact, ChangeActed)]
    child = other(parent, Departure(order_of(parent).at, ("wait 30s",)))
    assert acted[0].harmed
    assert customer_minutes(child.entries) < customer_minutes(parent.entries)
