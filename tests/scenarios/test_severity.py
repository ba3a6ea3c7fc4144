"""In the shipped outages what can be known decides the severity: good command finds it, alarm does not."""

from functools import cache

import pytest

from simulator.domain.entry import Entry
from simulator.domain.fact import Declared, SeverityChanged
from simulator.exercise import Exercise
from simulator.exercise.players import PLAYERS, play
from simulator.scoring.case import Case
from simulator.scoring.rules import RULES
from simulator.scoring.scorecard import scorecard
from simulator.scoring.warranted import phases
from tests.plays import SHIPPED, shipped

OUTAGES = sorted(path.stem for path in SHIPPED.glob("*.yaml"))
UNMOVED = ("late-messages",)
"""What is not to be raised, whoever is loud."""
RAISED = (("hot-replicas", 3, "P0"), ("split-ledger", 3, "SEV-1"), ("spam-list", 2, "P0"))
"""Outages that become more severe under a seed, by their duration or by what is found."""


@cache
def entries(outage: str, player: str, seed: int) -> tuple[Entry, ...]:
    """A play's timeline."""
    scenario, doctrine = shipped(outage)
    return tuple(play(Exercise(scenario, doctrine, seed), PLAYERS[player](seed)).entries)


def points(outage: str, lines: tuple[Entry, ...], doctrine: str = "") -> float | None:
    """What a timeline earns for severity."""
    scenario, process = shipped(outage, doctrine)
    case = Case(scenario, process, lines)
    marks = [mark for rule in RULES if rule.AXIS == "severity" for mark in rule.marks(case)]
    return scorecard(process, marks).axis("severity").points


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("outage", OUTAGES)
def test_by_the_book_finds_the_severity_that_can_be_known(outage, seed):
    earned = points(outage, entries(outage, "by-the-book", seed))
    assert earned is not None
    assert earned >= 85


@pytest.mark.parametrize("outage", OUTAGES)
def test_absence_earns_nothing(outage):
    assert points(outage, entries(outage, "idle", 1)) == 0


@pytest.mark.parametrize("outage", [name for name in OUTAGES if not shipped(name)[0].boss])
def test_noise_earns_little(outage):
    earned = [points(outage, entries(outage, "random", seed)) for seed in (1, 2, 3)]
    assert sum(each or 0 for each in earned) / len(earned) < 70


@pytest.mark.parametrize("outage", OUTAGES)
def test_every_outage_says_what_is_right_at_first_in_levels_of_every_doctrine(outage):
    for name in ("intercom", "pagerduty", "gitlab", "nims"):
        scenario, doctrine = shipped(outage, name)
        assert not scenario.severity[0].signs
        assert all(doctrine.knows(level) for warrant in scenario.severity for level in warrant.levels)


@pytest.mark.parametrize("doctrine", ["pagerduty", "gitlab", "nims"])
@pytest.mark.parametrize("outage", ["late-messages", "hot-replicas"])
def test_another_doctrine_knows_the_same_levels_by_its_own_names(outage, doctrine):
    assert (points(outage, entries(outage, "by-the-book", 3), doctrine) or 0) >= 85


@pytest.mark.parametrize("outage", UNMOVED)
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_raises_what_stays_small(outage, seed):
    scenario, doctrine = shipped(outage)
    case = Case(scenario, doctrine, entries(outage, "by-the-book", seed))
    assert [phase.levels for phase in phases(case)] == [("P2",)]


@pytest.mark.parametrize(("outage", "seed", "level"), RAISED)
def test_what_grows_worse_is_raised(outage, seed, level):
    lines = entries(outage, "by-the-book", seed)
    changes = [entry.fact.severity for entry in lines if isinstance(entry.fact, SeverityChanged)]
    assert changes == [level]


@pytest.mark.parametrize("outage", ["late-messages", "comes-and-goes", "split-ledger"])
def test_to_call_everything_a_catastrophe_costs(outage):
    _scenario, doctrine = shipped(outage)
    top = next(iter(doctrine.severities))
    lines = tuple(
        entry._replace(fact=Declared(top, entry.fact.commander))
        if isinstance(entry.fact, Declared)
        else entry
        for entry in entries(outage, "by-the-book", 1)
        if not isinstance(entry.fact, SeverityChanged)
    )
    assert (points(outage, lines) or 0) <= 75
