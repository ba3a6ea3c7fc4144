"""Work that is lost or stranded shows in no error, and costs more than waiting."""

import pytest

from simulator.domain import command as said
from simulator.domain.fact import ChangeActed, ImpactChanged, WorkLost, WorkMerged
from simulator.domain.impact import LOST_WORK

SPLIT = """
causes:
  split:
    truth: Two sides take writes.
    does: {to: shards, strands: 10%}
changes:
  switch a shard: {split: {discards: yes, cures: 100%}}
  add shards: {split: {merges: yes, cures: 100%}}
"""
LEAK = """
causes:
  leak:
    truth: One write in five goes nowhere.
    does: {at: 10m, to: shards, loses: 20%, for: 30m}
"""


def test_lost_work_is_no_failure_but_it_counts(play):
    it = play(LEAK).until("1h")
    assert it.failing("20m") == 0
    assert it.parts.plant.losses.total == pytest.approx(LOST_WORK * 60000 * 0.5 * 0.2 * 30)


def test_it_is_on_the_record_while_it_goes_on(play):
    losing = [(at // 60, fact.losing) for at, fact in play(LEAK).until("1h").timed(ImpactChanged)]
    assert (10, 6000) in losing
    assert (40, 0) in losing


def test_stranded_work_is_not_lost_yet(play):
    it = play(SPLIT).until("20m")
    assert it.parts.plant.losses.total == 0
    it.parts.plant.settle()
    assert it.parts.plant.losses.stranded == pytest.approx(60000 * 0.5 * 0.1 * 20)


def test_the_easy_way_back_loses_it(play):
    it = play(SPLIT, "ana").until("10m")
    it.say(said.Order("switch a shard", "ana"))
    it.until("30m")
    (lost,) = it.facts(WorkLost)
    assert lost.minutes == pytest.approx(60000 * 0.5 * 0.1 * 16, rel=1e-6)
    assert it.parts.plant.losses.total == pytest.approx(LOST_WORK * lost.minutes, rel=0.05)
    assert [fact.harmed for fact in it.facts(ChangeActed)] == [True]


def test_bringing_both_sides_together_saves_it(play):
    it = play(SPLIT, "ana").until("10m")
    it.say(said.Order("add shards", "ana"))
    it.until("30m")
    (saved,) = it.facts(WorkMerged)
    assert saved.minutes == pytest.approx(60000 * 0.5 * 0.1 * 15, rel=1e-6)
    assert it.facts(WorkLost) == []
    assert it.parts.plant.losses.total == 0
