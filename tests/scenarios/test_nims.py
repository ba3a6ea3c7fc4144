"""The doctrine of NIMS: who follows it does well under it, and the others know its levels."""

from statistics import median

import pytest

from simulator.domain.doctrine import AXES
from simulator.exercise.players import ByTheBook, play
from simulator.library import Library
from simulator.scoring.case import Case
from simulator.scoring.score import score

LIBRARY = Library.open()
OTHERS = ("intercom", "pagerduty", "gitlab")


@pytest.mark.parametrize("outage", ["write-stall", "cold-cache", "no-search", "late-messages"])
def test_good_conduct_is_good_under_it_on_every_axis(outage):
    made = LIBRARY.outage(outage, "nims")
    cards = [
        score(Case(made.scenario, made.doctrine, tuple(play(made.exercise(seed), ByTheBook()).entries)))
        for seed in (1, 2, 3)
    ]
    for axis in AXES:
        scored = (card.axis(axis).points for card in cards)
        points = [each for each in scored if each is not None]
        assert points
        assert median(points) >= 85, axis


@pytest.mark.parametrize("other", OTHERS)
def test_levels_are_known_both_ways(other):
    ours = LIBRARY.outage("write-stall", "nims").doctrine
    theirs = LIBRARY.outage("write-stall", other).doctrine
    assert all(theirs.knows(level) for level in ours.severities)
    assert all(ours.knows(level) for level in theirs.severities)


@pytest.mark.parametrize(
    ("level", "type_of"),
    [
        ("P0", "Type 1"),
        ("SEV-1", "Type 1"),
        ("P1", "Type 2"),
        ("P2", "Type 3"),
        ("P3", "Type 4"),
        ("SEV-5", "Type 5"),
    ],
)
def test_the_highest_type_is_one(level, type_of):
    assert LIBRARY.outage("write-stall", "nims").doctrine.level(level) == type_of


def test_one_can_declare_a_type():
    exercise = LIBRARY.outage("write-stall", "nims").exercise(1)
    exercise.submit("commander", "declare Type 2")
    exercise.tick(exercise.free_at("commander"))
    assert any(
        "Type 2" in str(entry.fact) for entry in exercise.entries if "Declared" in type(entry.fact).__name__
    )


def test_no_more_than_seven_report_to_one():
    doctrine = LIBRARY.outage("write-stall", "nims").doctrine
    assert doctrine.threshold("reports at most") == 7
    assert "3 to 7" in doctrine.thresholds["reports at most"].source
