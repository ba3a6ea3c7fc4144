"""How sure somebody said they were, beside what was so."""

import pytest

from simulator.scoring.calibration import Bin, calibrated, outcomes, statements
from simulator.scoring.score import score

TEXT = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:00:00 cause-drawn cause="stalled primary" seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
0:06:00 posted audience="status page" state=identified sure=80
0:07:00 clue-found person=ana place="what changed" clue=0 says="Nothing."
0:08:00 decided text="It is no cause we know, I think." sure=70
0:09:00 decided text="Fail over a shard, it will help" sure=60
0:10:00 change-ordered id=c1 change="fail over a shard" owner=ana
0:12:00 change-acted id=c1 change="fail over a shard" acted=cured seen=truth
0:12:00 change-done id=c1 change="fail over a shard" owner=ana
0:13:00 called-mitigated sure=90
0:15:00 impact-changed failing=0 arriving=0 total=120000 seen=truth
0:20:00 called-mitigated sure=95
0:40:00 resolved sure=99
0:50:00 impact-changed failing=9000 arriving=0 total=120000 seen=truth
0:55:00 ended why=x
"""


@pytest.fixture(scope="module")
def said(case):
    return statements(case(TEXT))


def test_each_statement_is_held_against_the_truth(said):
    assert [(one.about, one.sure, one.right) for one in said] == [
        ("cause", 80, True),
        ("cause", 70, True),
        ("change", 60, True),
        ("mitigated", 90, False),
        ("mitigated", 95, True),
        ("resolved", 99, False),
    ]
    assert [one.entry for one in said] == [5, 7, 8, 12, 14, 15]


def test_the_likeliest_cause_by_what_was_told_is_the_one_that_is_meant(case):
    told = """
        0:00:00 cause-drawn cause="stalled primary" seen=truth
        0:05:00 clue-found person=ana place=db-shards clue=2 says="The migration holds locks."
        0:06:00 posted audience="status page" state=identified sure=80
    """
    (one,) = statements(case(told))
    assert one.right is False


@pytest.mark.parametrize(
    "line",
    [
        "0:05:00 decided text='raise the level' sure=70",
        "0:05:00 decided text='fail over a shard next' sure=70",
        "0:05:00 called-mitigated sure=70",
        "0:05:00 resolved sure=70",
        "0:05:00 posted audience='status page' state=identified sure=70",
    ],
)
def test_what_the_timeline_does_not_tell_is_neither_right_nor_wrong(case, line):
    (one,) = statements(case(f"0:01:00 joined person=ana\n{line}"))
    assert one.right is None
    assert outcomes([one]) == ()


@pytest.mark.parametrize(
    "line",
    [
        "0:05:00 decided text='the cause is known'",
        "0:05:00 called-mitigated",
        "0:05:00 resolved",
        "0:05:00 posted audience='status page' state=investigating sure=70",
        "0:05:00 called-mitigated sure=70 seen=deputy",
    ],
)
def test_who_does_not_say_how_sure_they_are_said_nothing_here(case, line):
    assert statements(case(f"0:01:00 joined person=ana\n{line}")) == ()


def test_a_change_that_helped_and_harmed_was_no_help(case):
    text = TEXT.replace("acted=cured", "acted=cured harmed=yes")
    assert statements(case(text))[2].right is False


def test_brier_is_the_mean_squared_miss():
    assert calibrated([(100, True), (0, False)]).brier == 0
    assert calibrated([(50, True), (50, False)]).brier == pytest.approx(0.25)
    assert calibrated([(90, True), (90, True), (90, False)]).brier == pytest.approx((0.01 + 0.01 + 0.81) / 3)
    assert calibrated([]).brier is None


def test_statements_are_gathered_by_how_sure_they_were_as_it_was_said():
    pairs = [(91, True), (95, True), (91, False), (95, True), (10, False)]
    assert calibrated(pairs).bins == (Bin(10, 1, 0), Bin(91, 2, 1), Bin(95, 2, 2))
    assert calibrated(reversed(pairs)) == calibrated(pairs)


def test_how_sure_one_is_is_no_part_of_any_mark(case):
    bare = "\n".join(line.split(" sure=")[0] for line in TEXT.split("\n"))
    assert score(case(bare)) == score(case(TEXT))
