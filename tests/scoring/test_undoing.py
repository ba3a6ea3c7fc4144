"""Undoing what had helped: a decision like any other, by what was known to hold the trouble off then."""

import pytest

from simulator.debrief.hindsight import turned_out
from simulator.debrief.lessons import lesson
from simulator.debrief.naming import named
from simulator.scoring.classes import class_of
from simulator.scoring.decisions import costliest, decisions
from simulator.scoring.explanation import explanation
from simulator.scoring.undoing import kept, undone

START = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:00:00 cause-drawn cause="runaway migration" seen=truth
0:02:00 alert-fired alert="write time" signal="shard write time" pages=datastores
0:04:00 joined person=raj
"""
STOPPED = """
0:05:00 change-ordered id=c1 change="stop the migration" owner=raj
0:05:00 change-started id=c1 change="stop the migration" owner=raj
0:09:00 change-done id=c1 change="stop the migration" owner=raj
0:09:30 impact-changed failing=0 arriving=9000 total=81000 seen=truth
0:10:00 verify-started id=c1 change="stop the migration" signal="shard write time" window=5m
0:15:00 verified id=c1 change="stop the migration" signal="shard write time" window=5m {}
"""
HELPED, IN_VAIN = STOPPED.format("result=recovered"), STOPPED.format("result=same")
UNDONE = """
0:40:00 task-given task=t1 what=revert subject="stop the migration" owner=raj
0:40:00 task-started task=t1 what=revert subject="stop the migration" owner=raj
0:40:00 revert-started id=c1 change="stop the migration" owner=raj
0:50:00 change-reverted id=c1 change="stop the migration" owner=raj
"""
BACK = """
0:50:00 impact-changed failing=9000 arriving=0 total=81000 seen=truth
0:56:00 impact-changed failing=0 arriving=9000 total=135000 seen=truth
"""
END = "1:10:00 noted\n"


@pytest.fixture
def undoing(case):
    """The one undoing of a timeline, and the case it is in."""

    def found(*parts):
        judged = case("".join(parts) + END)
        (one,) = undone(judged)
        return judged, one

    return found


def test_nothing_else_held_it_off(undoing):
    judged, one = undoing(START, HELPED, UNDONE, BACK)
    assert (one.chosen.kind, one.chosen.name, one.best.kind) == ("undo", "stop the migration", "keep")
    assert one.share == one.chosen.chance == pytest.approx(1)
    assert class_of(judged, one) == "blunder"
    assert one.at == 40 * 60


def test_it_costs_what_its_coming_back_would_until_it_is_made_again(undoing, case):
    """Nine thousand fail for a change of some five minutes, seen on a signal that is three behind, twice."""
    judged, one = undoing(START, HELPED, UNDONE, BACK)
    change = judged.organisation.runbook["stop the migration"]
    again = 2 * judged.lag(change) + round(change.mean)
    assert one.regret == pytest.approx(one.share * 9000 * again / 60)


def test_it_is_told_with_what_became_of_it(undoing):
    judged, one = undoing(START, HELPED, UNDONE, BACK)
    assert named(one.chosen) == "undo 'stop the migration'"
    assert "100 % likely that nothing else held it off" in explanation(one)
    assert turned_out(judged, one, ()) == (
        "It was undone at 0:50:00, and customers failed again from 0:50:00 until 0:56:00."
    )
    assert "what holds it off then?" in lesson(one)


def test_how_it_came_out_is_no_part_of_the_verdict(undoing):
    _, back = undoing(START, HELPED, UNDONE, BACK)
    judged, well = undoing(START, HELPED, UNDONE)
    assert (well.regret, well.share) == (back.regret, back.share)
    assert turned_out(judged, well, ()) == "It did not come back."


STOPGAP = """
0:05:00 change-ordered id=c0 change="turn off new inbox" owner=mei
0:05:00 change-started id=c0 change="turn off new inbox" owner=mei
0:08:00 change-done id=c0 change="turn off new inbox" owner=mei
0:13:00 verified id=c0 change="turn off new inbox" signal="inbox loading" window=5m result=better
"""
CURE = """
0:14:00 change-ordered id=c1 change="roll back app" owner=mei
0:14:00 change-started id=c1 change="roll back app" owner=mei
0:28:00 change-done id=c1 change="roll back app" owner=mei
0:28:30 impact-changed failing=0 arriving=9000 total=260000 seen=truth
0:34:00 verified id=c1 change="roll back app" signal="app errors" window=5m result=recovered
"""
TAKEN_BACK = UNDONE.replace("c1", "c0").replace("stop the migration", "turn off new inbox")


def test_once_a_cure_is_known_to_hold_the_stopgap_may_go(undoing):
    judged, held = undoing(START, STOPGAP, CURE, TAKEN_BACK)
    assert held.share == 0
    assert class_of(judged, held) == "best"
    assert "nothing needed it any more" in explanation(held)


@pytest.mark.parametrize("text", [START + IN_VAIN + UNDONE, START + HELPED], ids=["no help", "kept"])
def test_what_did_not_help_or_is_kept_is_no_such_decision(case, text):
    assert list(undone(case(text + END))) == []


def test_what_was_seen_to_recover_need_not_have_been_seen_by_the_slowest_signal(undoing, case):
    """Undone two minutes after the watch had told that all is back to normal."""
    soon = UNDONE.replace("0:40", "0:11")
    quick = STOPPED.replace("0:15:00", "0:10:30").format("result=recovered")
    judged, one = undoing(START, quick, soon)
    assert judged.affected(one.at)
    assert one.share == pytest.approx(1)
    better = STOPPED.replace("0:15:00", "0:10:30").format("result=better")
    assert list(undone(case(START + better + soon + END))) == []


def test_nor_is_what_is_undone_while_customers_fail(case):
    """They failed again before: what is taken back then is another question."""
    failing = "0:20:00 impact-changed failing=9000 arriving=0 total=81000 seen=truth\n"
    assert list(undone(case(START + HELPED + failing + UNDONE + END))) == []


def test_who_does_not_undo_it_for_a_while_keeps_it(case):
    judged = case(START + HELPED + END)
    held = kept(judged, 40 * 60)
    assert held is not None
    assert (held.chosen.kind, held.chosen.name, held.regret) == ("keep", "stop the migration", 0)
    assert named(held.chosen) == "keep 'stop the migration' until something else is known to hold"
    later = '0:50:00 clue-found person=raj place=db-shards clue=1 says="Writes on shard 3 are stuck."\n'
    assert kept(case(START + HELPED + later + END), 40 * 60) == held  # by what was known then
    assert kept(judged, 5 * 60) is None
    assert kept(judged, 14 * 60) is None  # not seen to help yet
    assert kept(judged, 69 * 60) is None
    assert kept(case(START + HELPED + UNDONE + END), 40 * 60) is None


def test_it_is_among_the_decisions_and_the_costliest(case):
    judged = case(START + HELPED + UNDONE + BACK + END)
    made = decisions(judged)
    assert [one.chosen.kind for one in made] == ["change", "undo", "wait"]
    assert "undo" in [one.chosen.kind for one in costliest(made, 2)]
