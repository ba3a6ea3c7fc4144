"""The player that goes on with what is done about the outage alone: as well as the book, in fewer words."""

import pytest

from simulator.domain.entry import each, first
from simulator.domain.fact import CalledMitigated, ChangeOrdered, Commanded, Posted, SitrepGiven
from simulator.exercise import Exercise
from simulator.exercise.players import ByTheBook, play
from simulator.exercise.players.fixer import Fixer
from simulator.exercise.players.instead import Step
from tests.plays import shipped

HOURS = {"write-stall": range(1, 9), "customer-config": range(1, 5), "late-messages": range(1, 5)}


def until_mitigated(player, outage, seed):
    exercise = play(Exercise(*shipped(outage), seed), player)
    called = first(exercise.entries, CalledMitigated)
    return exercise, called and called.at


@pytest.mark.parametrize("outage", HOURS)
def test_it_ends_the_outage_about_when_the_book_does(outage):
    ends = [
        (until_mitigated(Fixer(), outage, seed)[1], until_mitigated(ByTheBook(), outage, seed)[1])
        for seed in HOURS[outage]
    ]
    assert all((one is None) is (other is None) for one, other in ends)
    both = sorted(one / other for one, other in ends if one and other)
    assert 0.7 < both[len(both) // 2] < 1.2


def test_nobody_is_told_anything():
    exercise, _ = until_mitigated(Fixer(), "write-stall", 1)
    assert not [*each(exercise.entries, Posted), *each(exercise.entries, SitrepGiven)]
    said = [fact.text for _, fact in each(exercise.entries, Commanded)]
    booked = [
        fact.text for _, fact in each(until_mitigated(ByTheBook(), "write-stall", 1)[0].entries, Commanded)
    ]
    assert len([text for text in said if text != "wait 2m"]) < 0.7 * len(booked)


def test_a_given_step_comes_first():
    exercise, _ = until_mitigated(Fixer(Step("change", "restart app")), "write-stall", 1)
    assert next(fact.change for _, fact in each(exercise.entries, ChangeOrdered)) == "restart app"
