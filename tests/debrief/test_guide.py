"""The guide to the talk: it fits its minutes, begins with what happened, and ends with a commitment."""

from dataclasses import replace

import pytest

from simulator.debrief.guide import FORMS, guide_of
from simulator.debrief.observed import Seen, observed_of
from simulator.exercise.players import PLAYERS, play
from simulator.library import Library
from simulator.library.debriefing import debrief


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
