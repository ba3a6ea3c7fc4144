"""The guide to the talk: it fits its minutes, begins with what happened, and ends with a commitment."""

import pytest

from simulator.debrief.guide import FORMS, LONG, SHORT, guide_of
from simulator.debrief.observed import Seen, observed_of
from simulator.debrief.turning import turns
from simulator.domain.value import replace
from simulator.exercise.players import PLAYERS, play
from simulator.library import Library
from simulator.library.debriefing import debrief
from simulator.scoring.case import Case
from tests.debriefs import report as make


@pytest.fixture(scope="module")
def report():
    outage = Library.open().outage("write-stall")
    return debrief(play(outage.exercise(3), PLAYERS["cheapest-first"](3)).recording, outage)


@pytest.mark.parametrize("length", FORMS)
@pytest.mark.parametrize("watched", [False, True])
def test_it_fits_its_minutes_from_the_timeline_to_a_commitment(report, length, watched):
    seen = observed_of([Seen(1, 0, "Olu", "Calm", 5, "command")], report.lines) if watched else ()
    guide = guide_of(replace(report, observed=seen), length)
    assert sum(step.minutes for step in guide.steps) == guide.minutes == length
    assert guide.steps[0].title == "What happened"
    assert "ommitment" in guide.steps[-1].title
    assert ("What observers saw" in [step.title for step in guide.steps]) is (watched and length == 30)


def test_the_facts_come_in_order_and_questions_ask_how(report):
    guide = guide_of(report, 30)
    clocks = [point.text.split()[0] for point in guide.steps[0].points]
    assert clocks == sorted(clocks)
    asked = next(step for step in guide.steps if step.title == "How it came about")
    assert asked.points
    assert all(point.text.startswith("How") for point in asked.points)


def test_the_decisions_are_those_of_the_debrief(report):
    told = next(step for step in guide_of(report, 30).steps if "cost most" in step.title)
    assert [point.entries for point in told.points] == [card.entries for card in report.cards]


def test_notes_stand_in_the_order_of_what_they_are_about(report):
    notes = [Seen(9, 60, "Olu", "second"), Seen(2, 0, "Pia", "first"), Seen(9, 60, "Pia", "third")]
    found = observed_of(notes, report.lines)
    assert [each.text for each in found] == ["first", "second", "third"]
    assert all(each.line for each in found)


PINNED = [
    Seen(1, 0, "Olu", "calm", 4, "command, deputy"), Seen(2, 0, "Olu", "firm", 5, "command"),
    Seen(3, 0, "Pia", "two orders at once", 2, "command"), Seen(4, 0, "Pia", "clear", 3, "severity"),
    Seen(5, 0, "Olu", "wrong sitrep", 1, "communication accuracy"), Seen(6, 0, "Olu", "a thought"),
    Seen(7, 0, "Olu", "tidy", 5, "wrap-up"), Seen(8, 0, "Pia", "quick", 4, "sequencing"),
]  # fmt: skip


def test_notes_are_told_by_topic_the_extremes_first_and_the_rest_for_who_asks(report):
    guide = guide_of(replace(report, observed=observed_of(PINNED, report.lines)), 30)
    topics = next(step for step in guide.steps if step.title == "What observers saw").topics
    assert [topic.name for topic in topics] == [
        "communication accuracy", "command", "severity", "without a topic", "sequencing", "wrap-up",
    ]  # fmt: skip
    command = topics[1]
    assert [point.text.split(" ", 1)[1] for point in command.points] == [
        "Pia: two orders at once (2 of 5)", "Olu: firm (5 of 5)",
    ]  # fmt: skip
    assert [point.entries for point in command.more] == [(1,)]
    assert command.mean == pytest.approx(11 / 3)
    assert topics[3].mean is None
    assert not any(topic.points for topic in topics[4:]), "of the last topics nothing is read out"
    told = [point for topic in topics for point in (*topic.points, *topic.more)]
    assert sorted(point.entries for point in told) == [(number,) for number in range(1, 9)]


PLAYS = [
    ("write-stall", "cheapest-first", 3),
    ("write-stall", "by-the-book", 4),
    ("no-search", "by-the-book", 2),
]


@pytest.mark.parametrize("length", FORMS)
@pytest.mark.parametrize(("outage", "player", "seed"), PLAYS)
def test_what_happened_runs_from_the_declaration_to_the_end_in_both_forms(outage, player, seed, length):
    found = Library.open().outage(outage)
    judged = _judged(found, play(found.exercise(seed), PLAYERS[player](seed)))
    facts = [point.text for point in guide_of(judged, length).steps[0].points]
    assert len(facts) <= (SHORT if length == 5 else LONG)
    came = {moment.name for moment in judged.story.moments} & {"declared", "mitigated", "resolved"}
    assert "declared" in came
    for name in came:
        assert [fact for fact in facts if fact.endswith(f" {name}")], name
    for what in ("was ordered", "first word to the status page"):
        assert [fact for fact in facts if what in fact], what


def _judged(outage, played):
    case = Case(outage.scenario, outage.doctrine, tuple(played.entries))
    return make(case)


WORN = """
    0:00:00 cause-drawn cause="bad release" truth="The release." seen=truth
    0:00:00 impact-changed failing=9000 arriving=0 seen=truth
    0:02:00 alert-fired alert="app errors" signal="app errors" reading=0.2 pages=product
    0:04:00 declared severity=P1 commander=commander
    0:05:00 change-ordered id=c1 change="fail over a shard" owner=raj
    0:05:00 change-started id=c1 change="fail over a shard" owner=raj
    0:10:00 change-done id=c1 change="fail over a shard" owner=raj
    0:10:00 change-acted id=c1 change="fail over a shard" acted=relieved seen=truth
    0:16:00 verified id=c1 change="fail over a shard" signal="app errors" window=5m result=better owner=raj
    0:18:00 change-acted id=c1 change="fail over a shard" acted=relapsed seen=truth
    0:40:00 ended
"""


@pytest.mark.parametrize("length", FORMS)
def test_a_relief_is_told_with_how_long_it_lasted(told, length):
    facts = [point.text for point in guide_of(told(WORN), length).steps[0].points]
    assert "0:05:00 'fail over a shard' was ordered: it helped for 8 min, then wore off" in facts


def test_where_not_all_fits_the_begin_the_end_and_what_helped_stay(told):
    quick = "".join(f'\n0:2{n}:00 change-ordered id=d{n} change="restart app" owner=mei' for n in range(8))
    ends = "0:31:00 called-mitigated\n0:35:00 resolved\n0:40:00 ended"
    text = f"{WORN.replace('0:40:00 ended', '')}{quick}\n{ends}"
    facts = [point.text for point in turns(told(text), 4)]
    assert [fact.split(" ", 1)[1].split(" was")[0] for fact in facts] == [
        "declared", "'fail over a shard'", "mitigated", "resolved",
    ]  # fmt: skip
