"""Parts of a fix: what has to be in place before it ends is not held for what did not help."""

import pytest

from simulator.authoring import read_scenario
from simulator.scoring.parts import likely_part
from simulator.scoring.rules import leave_no_residue, undo_or_record
from tests.scoring.conftest import SHIPPED

TELLS = '0:08:00 clue-found person=ida place={place} clue={clue} says="So it is."\n'
REINDEXING = TELLS.format(place="search-index", clue=1) + TELLS.format(place="index-queue", clue=2)
MASTERS = TELLS.format(place="search-index", clue=3) + TELLS.format(place="index-queue", clue=1)
STOPPED = """
0:10:00 change-ordered id=c1 change="stop the reindexing" owner=ida
0:10:00 change-started id=c1 change="stop the reindexing" owner=ida
0:14:00 change-done id=c1 change="stop the reindexing" owner=ida
0:20:00 verified id=c1 change="stop the reindexing" signal="index errors" result={result}
"""
LEFT = '3:00:00 resolved\n3:10:00 ended why="ended by the commander"\n'


@pytest.fixture(scope="session")
def no_search(parley):
    reading = read_scenario(
        (SHIPPED / "no-search.yaml").read_text("utf-8"), "no-search.yaml", parley, {"intercom"}
    )
    assert not reading.problems
    return reading.value


@pytest.mark.parametrize(("told", "part"), [(REINDEXING, True), (MASTERS, False), ("", False)])
def test_a_part_is_one_by_what_could_be_known(case, no_search, told, part):
    judged = case(told + STOPPED.format(result="same") + LEFT, scenario=no_search)
    assert likely_part(judged, judged.started[0]) is part


@pytest.mark.parametrize(
    ("told", "result", "undo", "residue"),
    [
        (REINDEXING, "same", None, 0.0),
        (REINDEXING, "worse", 0.0, None),
        (MASTERS, "same", 0.0, None),
    ],
)
def test_a_part_need_not_be_undone_until_people_go(points, no_search, told, result, undo, residue):
    text = told + STOPPED.format(result=result) + LEFT
    assert points(undo_or_record, text, scenario=no_search) == undo
    assert points(leave_no_residue, text, scenario=no_search) == residue


GROWING = '0:03:00 clue-found person=tiago place=workers clue=2 says="They grow until they are killed."\n'
KEPT = """
0:05:00 change-ordered id=c1 change="keep what the workers read" owner=tiago
0:05:00 change-started id=c1 change="keep what the workers read" owner=tiago
0:10:00 change-done id=c1 change="keep what the workers read" owner=tiago
0:16:00 verified id=c1 change="keep what the workers read" signal="worker crashes" result=same
"""


@pytest.mark.parametrize(
    ("change", "why", "earned"),
    [
        ("set unreadable messages aside", "we kept what they read", None),
        ("set unreadable messages aside", "it is worth a try", 0),
        ("roll back the workers", "we kept what they read", 0),
    ],
    ids=["built on", "not said", "needs it not"],
)
def test_what_a_later_order_builds_on_was_no_failure(points, outage, change, why, earned):
    """That it was one poisoned message was no more than one in ten when it was watched."""
    later = f'0:45:00 change-ordered id=c2 change="{change}" owner=tiago because="{why}"\n'
    text = GROWING + KEPT + later + "2:00:00 noted"
    assert points(undo_or_record, text, scenario=outage("restless-workers")) == earned
