"""What those at other keyboards than the commander's write, answer, and take back."""

import pytest

from simulator.domain.entry import each
from simulator.domain.fact import Posted, Replied, SteppedBack
from simulator.domain.prose import Names, say, speaker
from simulator.domain.update import Writing
from simulator.library import Library

SENT = 'send in leadership wanting eta saying "When?"'


@pytest.fixture
def exercise():
    return Library.open().outage("write-stall").exercise(3)


def facts(exercise, kind):
    return [fact for _, fact in each(exercise.entries, kind)]


def test_the_business_lead_answers_whoever_stands_in_the_room(exercise):
    exercise.submit("facilitator", SENT)
    assert exercise.submit("business-lead", "answer leadership no eta").status == "done"
    (replied,) = facts(exercise, Replied)
    assert (replied.audience, replied.how, replied.by) == ("leadership", "no eta", "business-lead")
    assert facts(exercise, SteppedBack)


@pytest.mark.parametrize("seat", ["scribe", "responder", "observer", "technical-lead"])
def test_others_do_not(exercise, seat):
    exercise.submit("facilitator", SENT)
    assert exercise.submit(seat, "answer leadership no eta").status == "refused"


def test_an_answer_is_told_by_whoever_gave_it(exercise):
    exercise.submit("facilitator", SENT)
    exercise.submit("business-lead", "answer leadership eta 30m")
    (entry,) = [entry for entry in exercise.entries if isinstance(entry.fact, Replied)]
    told = say(entry, Names.of(exercise.scenario.organisation))
    assert told == "The business lead answers leadership: it should be over within 30 min."
    assert speaker(entry) == "business-lead"


def test_what_is_written_at_a_keyboard_is_told_until_it_is_out(exercise):
    for audience in ("support", "sales"):
        exercise.submit("business-lead", f"brief {audience} investigating next in 20m")
    assert exercise.writing == (
        Writing("business-lead", "support", 60),
        Writing("business-lead", "sales"),
    )
    exercise.tick(61)
    assert [fact.update.audience for fact in facts(exercise, Posted)] == ["support"]
    exercise.tick(300)
    assert exercise.writing == ()


def test_what_is_taken_back_leaves_no_trace(exercise):
    exercise.submit("commander", "declare P1")
    before = exercise.recording.text()
    exercise.submit("commander", "page datastores")
    exercise.submit("scribe", "note first")
    exercise.submit("commander", "freeze")
    assert exercise.take_back("commander", 1) == "freeze"
    assert exercise.waiting == (("commander", "page datastores"),)
    assert exercise.take_back("commander", 0) == "page datastores"
    with pytest.raises(IndexError):
        exercise.take_back("commander", 0)
    spoken = [line.text for line in exercise.recording.commands]
    assert spoken == ["declare P1", "note first"]
    assert exercise.recording.text().startswith(before.splitlines()[0])
