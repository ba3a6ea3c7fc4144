"""How long judging takes: what is measured and how it is told. The times themselves are not tested."""

import pytest

from simulator.bench import judge
from simulator.bench.judge import Times
from simulator.bench.run import MEASURES
from simulator.library import Library
from simulator.library.gauntlet.cast import cast

TIMES = {
    "hour": Times(minutes=59, lines=200, commands=35, decisions=3, first=0.07, again=0.02, review=2.5),
    "hardest": Times(minutes=61, lines=400, commands=76, decisions=22, first=0.1, again=0.03, review=4.5),
    "days": Times(minutes=5760, lines=6000, commands=900, decisions=300, first=6.0, again=1.0, review=0.0),
}
PARTS = ("good", "flaw", "cheat")


@pytest.fixture(scope="module")
def write_stall_outage():
    return Library.open().outage("write-stall")


@pytest.fixture
def figures(monkeypatch, write_stall_outage):
    monkeypatch.setattr(judge, "_elsewhere", lambda compiled, outage, which: TIMES[which])
    monkeypatch.setattr(judge, "cast", lambda: [next(r for r in cast() if r.part == p) for p in PARTS])
    return {figure.name: figure for figure in judge.judge()}


def test_it_is_a_measure():
    assert "judge" in MEASURES


def test_each_figure_is_held_against_its_bar(figures):
    held = {name: figure.held for name, figure in figures.items() if name != "gauntlet"}
    assert held == {
        "first scorecard": False, "scorecard": True, "review with HTML": True, "hardest scorecard": True,
        "hardest review with HTML": None, "scorecard of days": False, "gauntlet of everyone": None,
    }  # fmt: skip
    assert figures["first scorecard"].bar == "under 0.05 s"


def test_each_figure_says_how_it_was_taken(figures):
    assert "59 min of the hour that is timed: 35 commands, 3 decisions" in figures["scorecard"].how
    assert "61 min of shotgun: 76 commands, 22 decisions" in figures["hardest review with HTML"].how
    assert "300 decisions" in figures["scorecard of days"].how


def test_a_gauntlet_is_told_from_a_few_seeds_of_everyone(figures):
    asked, everyone = figures["gauntlet"], figures["gauntlet of everyone"]
    assert "24 flaws and 12 cheats, 50 seeds of write-stall, 2 cores, from 4 seeds" in asked.how
    assert "3 players, 50 seeds" in everyone.how
    assert asked.value > everyone.value > 0  # thirty-six of them, against three


def test_the_hour_is_that_of_which_exercises_are_timed(write_stall_outage):
    took = judge.times_of(write_stall_outage, "hour")
    assert took.commands == 35
    assert took.minutes >= 55
    assert took.review > took.first > 0


def test_days_are_judged_twice_and_not_reviewed(write_stall_outage):
    took = judge.times_of(write_stall_outage, "days")
    assert took.decisions > 10
    assert took.first > 0
    assert took.again > 0
    assert took.review == 0
