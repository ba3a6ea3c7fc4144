"""Waits in a row: each is told with its own cost at its own second, and many small ones together."""

import pytest

from simulator.debrief.choices import heading, worst_of
from simulator.debrief.decided import decided_of
from simulator.scoring.decisions import decisions, taken
from simulator.scoring.explanation import explanation

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:05:00 clue-found person=ana place=db-shards clue=1 says="Writes on shard 3 are stuck."
"""
LOOK = """
0:{begun:02}:00 task-given task=t{begun} what=investigate subject=app owner=ana
0:{begun:02}:00 task-started task=t{begun} what=investigate subject=app owner=ana
0:{ended:02}:00 task-ended task=t{begun} what=investigate subject=app owner=ana
"""
ORDERED = """
0:{at}:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:{at}:00 change-started id=c1 change="fail over a shard" owner=ana
"""
LONG_THEN_SHORT = START + LOOK.format(begun=30, ended=34) + ORDERED.format(at=42)
"""Nothing from 4 to 30, and from 34 to 42."""
MANY_SMALL = f"""
{START}
0:09:30 task-given task=t1 what=investigate within=16m subject=app owner=ana
0:09:30 task-started task=t1 what=investigate subject=app owner=ana
0:25:30 task-ended task=t1 what=investigate subject=app owner=ana
0:31:00 task-given task=t2 what=investigate within=16m subject=app owner=ana
0:31:00 task-started task=t2 what=investigate subject=app owner=ana
0:47:00 task-ended task=t2 what=investigate subject=app owner=ana
0:52:30 change-ordered id=c1 change="fail over a shard" owner=ana
"""
"""Each time for five and a half minutes, of which five are free."""


def told(case, text):
    judged = case(text)
    return [one for one in decisions(judged) if one.chosen.kind == "wait"]


def added_up(case, text):
    return [one for one in taken(case(text)) if one.chosen.kind == "wait"]


def test_a_short_wait_after_a_long_one_costs_what_it_cost_alone(case):
    long, short = told(case, LONG_THEN_SHORT)
    marked = added_up(case, LONG_THEN_SHORT)
    assert (long.regret, short.regret) == (marked[0].regret, pytest.approx(marked[1].own))
    assert short.regret < long.regret < marked[1].regret
    assert short.chosen.cost == pytest.approx(short.best.cost + short.regret)


def test_the_card_is_of_the_costliest_and_says_what_the_row_cost(case):
    judged = case(LONG_THEN_SHORT)
    (card,) = [one for one in worst_of(judged, decisions(judged)) if one.chosen.kind == "wait"]
    assert card.since == 4 * 60
    assert heading(card) == "For 26 min nothing was under way"
    assert explanation(card).endswith(
        "The 2 waits from 0:04:00 to 0:42:00, with nothing tried in between, cost 216,000 customer-minutes "
        "together."
    )


def test_no_line_of_the_table_counts_a_wait_twice(case):
    judged = case(LONG_THEN_SHORT)
    lines = decided_of(judged, decisions(judged), ()).lines
    (last,) = {one.row.regret for one in told(case, LONG_THEN_SHORT)}
    assert [line.at for line in lines if line.name == "go on waiting"] == [4 * 60, 34 * 60]
    assert sum(one.regret for one in told(case, LONG_THEN_SHORT)) == pytest.approx(last)


def test_many_small_waits_are_one_card_that_says_so(case):
    """None is worth a word by itself; together they are."""
    judged = case(MANY_SMALL)
    (card,) = [one for one in worst_of(judged, decisions(judged)) if one.chosen.kind == "wait"]
    assert card.for_all
    assert heading(card) == "In 3 waits from 0:04:00 to 0:52:30 nothing was under way"
    assert explanation(card).endswith("together, none of them much by itself.")
    assert card.own == max(one.own for one in added_up(case, MANY_SMALL))


def test_a_wait_by_itself_is_in_no_row(case):
    (alone,) = told(case, START + ORDERED.format(at=30))
    assert alone.row is None
    assert "waits from" not in explanation(alone)
