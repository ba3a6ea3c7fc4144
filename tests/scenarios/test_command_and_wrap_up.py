"""In the shipped outages ordinary good command earns its marks for command and wrap-up; absence does not."""

from statistics import median

import pytest

from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.scoring.case import Case
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import scorecard
from tests.plays import SHIPPED, shipped

OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
AXES = ("command", "wrap-up")
FEW = 3
"""In so many worlds of ten the end may come out worse: time is up, or what looked over comes back."""


def points(outage, player, seed):
    """The two axes of a play; None where there was nothing to judge."""
    scenario, doctrine = shipped(outage)
    exercise = play(Exercise(scenario, doctrine, seed), PLAYERS[player](seed))
    case = Case(scenario, doctrine, tuple(exercise.entries))
    marks = [mark for rule in RULES if rule.AXIS in AXES for mark in rule.marks(case)]
    card = scorecard(doctrine, marks)
    return card.axis("command").points, card.axis("wrap-up").points


@pytest.mark.parametrize("outage", OUTAGES)
def test_by_the_book_ends_well_and_answers_who_steps_in(outage):
    """In each of ten worlds it commands well; in a few, time runs out on whoever leads well."""
    played = [points(outage, "by-the-book", seed) for seed in range(1, 11)]
    assert all(command >= 85 for command, _ in played if command is not None)
    wrapped = sorted(wrap_up for _, wrap_up in played if wrap_up is not None)
    assert len(wrapped) >= 8
    assert median(wrapped) >= 92
    assert wrapped[FEW] >= 85


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("outage", OUTAGES)
def test_absence_earns_neither(outage, seed):
    assert all(each is not None and each < 50 for each in points(outage, "idle", seed))
