"""How long judging takes: what is measured and how it is told. The times themselves are not tested."""

import pytest

from simulator.bench import judge
from simulator.bench.judge import Times
from simulator.bench.run import MEASURES
from simulator.library import Library
from simulator.library.gauntlet import running
from simulator.library.gauntlet.cast import cast

HOUR = Times(minutes=61, lines=400, commands=60, decisions=40, first=0.07, again=0.02, review=2.5)
DAYS = Times(minutes=5760, lines=6000, commands=900, decisions=300, first=6.0, again=1.0, review=0.0)


@pytest.fixture(scope="module")
def write_stall_outage():
    return Library.open().outage("write-stall")


@pytest.fixture
def figures(monkeypatch, write_stall_outage):
    monkeypatch.setattr(judge, "_elsewhere", lambda compiled, outage, *whole: HOUR if whole else DAYS)
    monkeypatch.setattr(running, "cast", lambda: cast()[:2])
    return {figure.name: figure for figure in judge.judge()}


def test_it_is_a_measure():
    assert "judge" in MEASURES


def test_each_figure_is_held_against_its_bar(figures):
    held = {name: figure.held for name, figure in figures.items() if name != "gauntlet"}
    assert held == {
        "scorecard": True, "first scorecard": False, "review with HTML": True, "scorecard of days": False
    }  # fmt: skip
    assert figures["first scorecard"].bar == "under 0.05 s"


def test_each_figure_says_how_it_was_taken(figures):
    assert "61 min of shotgun: 60 commands, 40 decisions, 400 lines" in figures["scorecard"].how
    assert "300 decisions" in figures["scorecard of days"].how


def test_a_gauntlet_is_told_from_a_few_seeds_of_everyone(figures):
    figure = figures["gauntlet"]
    assert "2 players, 50 seeds of write-stall, 2 cores, from 4 seeds" in figure.how
    assert figure.value > 0


def test_a_play_is_judged_twice_and_reviewed_once_if_asked(write_stall_outage):
    took = judge.times_of(write_stall_outage, whole=False)
    assert took.decisions > 10
    assert took.first > 0
    assert took.again > 0
    assert took.review == 0
