"""Whose words a mark judges, where several people act from several seats."""

import pytest

from simulator.domain.notation import read_timeline
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.score import score
from simulator.scoring.whose import seat_of, seated

TEAM = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 commanded seat=commander text="declare P1" takes=20 seen=commander
0:03:00 declared severity=P1 commander=you #=3
0:04:00 commanded seat=business-lead text="post status page" takes=65 seen=business-lead
0:05:00 posted audience="status page" state=investigating #=5
0:06:00 commanded seat=technical-lead text="investigate db-shards by ana" takes=20 seen=technical-lead
0:06:00 task-given task=t1 what=investigate subject=db-shards owner=ana #=7
0:06:00 task-started task=t1 what=investigate subject=db-shards owner=ana #=8
0:10:00 clue-found person=ana place=db-shards clue=1 says="Writes are stuck." #=9
0:11:00 commanded seat=facilitator text="inject 1" takes=0 seen=facilitator
0:11:00 swooped who=leadership audience=leadership says="Roll it back!" #=11
"""


@pytest.fixture(scope="module")
def team(case):
    return case(TEAM)


@pytest.mark.parametrize(
    ("line", "seat"),
    [(1, ""), (2, ""), (4, "commander"), (6, "business-lead"), (8, "technical-lead"), (10, "technical-lead")],
)
def test_a_line_is_of_the_seat_whose_words_are_behind_it(team, line, seat):
    assert seat_of(team, line) == seat


@pytest.mark.parametrize(
    ("evidence", "seat"),
    [((2,), ""), ((2, 4), "commander"), ((4, 6), "business-lead"), ((2, 10), "technical-lead"),
     ((4, 12), "commander"), ((12,), "")],
)  # fmt: skip
def test_a_mark_is_of_whoever_brought_about_what_it_cites_last(team, evidence, seat):
    """What the facilitator does is nobody's."""
    mark = Mark("any", "command", 1.0, 1.0, "Something happened.", evidence, 60)
    assert seated(team, mark).seat == seat


def test_every_mark_of_a_card_says_whose_it_is(team):
    marks = {mark.rule: mark.seat for mark in score(team).marks}
    assert marks["declare-early"] == "commander"
    assert marks["first-post"] == "business-lead"
    assert marks["time-boxes"] == "technical-lead"


def test_a_timeline_without_commands_names_no_seat(write_stall, intercom):
    bare = Case(write_stall, intercom, read_timeline("0:03:00 declared severity=P1 commander=you\n"))
    assert {mark.seat for mark in score(bare).marks} == {""}
