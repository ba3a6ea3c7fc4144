"""For whom time counts: those whom the outage hits, and not those whom a change hit besides."""

import pytest

from simulator.scoring.at_stake import at_stake, harms
from simulator.scoring.decisions import decisions
from simulator.scoring.outlook import outlook

FAILING = """
0:00:00 impact-changed failing=3000 arriving=3000 seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=ana
"""
CLEARED = """
0:10:00 change-ordered id=c1 change="clear cache" owner=ana
0:10:00 change-started id=c1 change="clear cache" owner=ana
0:12:00 change-done id=c1 change="clear cache" owner=ana
0:13:00 impact-changed failing={failing} arriving=3000 seen=truth
"""
WORSE = """
0:17:00 verified id=c1 change="clear cache" signal="main database load" result={result} owner=ana
"""
AFTER = """
0:30:00 change-ordered id=c2 change="restart app" owner=ana
0:30:00 change-started id=c2 change="restart app" owner=ana
0:40:00 change-done id=c2 change="restart app" owner=ana
1:10:00 noted
"""


def cleared(failing=40000, result="worse", more=""):
    seen = WORSE.format(result=result) if result else ""
    return FAILING + CLEARED.format(failing=failing) + seen + more + AFTER


@pytest.mark.parametrize("result", ["same", "better", ""])
def test_unless_a_change_was_seen_to_make_it_worse_all_that_fail_are_at_stake(case, result):
    judged = case(cleared(result=result))
    assert harms(judged) == ()
    assert at_stake(judged, 30 * 60) == judged.known_failing(30 * 60) == 40000


def test_whom_a_change_hit_besides_is_not_at_stake(case):
    judged = case(cleared())
    assert judged.known_failing(30 * 60) == 40000
    assert at_stake(judged, 30 * 60) == 3000


def test_before_it_was_seen_nobody_could_know(case):
    judged = case(cleared())
    assert at_stake(judged, 17 * 60 - 1) == 40000
    assert at_stake(judged, 17 * 60) == 3000


def test_a_little_more_may_be_growth(case):
    judged = case(cleared(failing=4400))
    assert at_stake(judged, 30 * 60) == 4400
    assert at_stake(case(cleared(failing=4600)), 30 * 60) == 3000


def test_what_sets_in_later_is_not_its_doing(case):
    later = cleared(failing=3100, more="0:18:00 impact-changed failing=40000 arriving=3100 seen=truth\n")
    assert at_stake(case(later), 30 * 60) == 40000


def test_a_harm_that_is_over_counts_no_more(case):
    over = "0:20:00 impact-changed failing=3500 arriving=40000 seen=truth\n"
    grown = "0:25:00 impact-changed failing=9000 arriving=3500 seen=truth\n"
    judged = case(cleared(more=over + grown))
    assert at_stake(judged, 22 * 60) == 3000
    assert at_stake(judged, 24 * 60) == 3500
    assert at_stake(judged, 30 * 60) == 9000


def test_fewer_than_before_count_as_they_are(case):
    fewer = "0:25:00 impact-changed failing=1000 arriving=40000 seen=truth\n"
    assert at_stake(case(cleared(more=fewer)), 30 * 60) == 1000


def test_a_choice_made_amid_the_harm_weighs_as_much_as_it_would_have_before(case):
    amid, before = case(cleared()), case(cleared(failing=3000, result="same"))
    seen = outlook(amid, 30 * 60, 99)
    assert seen is not None
    assert seen.rate == 3000
    last, same = decisions(amid)[-1], decisions(before)[-1]
    assert last.chosen.name == same.chosen.name
    assert last.rate == same.rate
