"""A facilitator's words in an exercise: recorded and replayed like all others, and read by no other seat."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.seats import FACILITATOR, TRAINEES
from simulator.exercise import Exercise, replay
from simulator.exercise.exercise import may_see
from simulator.grammar import GUIDING
from simulator.library import Library

GUIDES = (
    "fire {n}", 'fire {n} saying "In other words."', "hold {n}", "let go {n}", 'have support say "Ten more."',
    'have {person} say "It was me."', "send in leadership wanting {want}", "swoop sales",
    "nudge {service} {pull} by {share}% for {minutes}m", 'whisper {seat} saying "Psst"',
    'hint {seat} {step} saying "Why now?"', "skip 5m", "end", "help", "gibberish", "fire 99", "fire maya", "",
    'plan support in {minutes}m saying "Hm."', 'plan {person} in 2m saying "It was me."', "fire 5", "hold 5",
)  # fmt: skip
TEAM = (
    ("commander", "declare P1"), ("commander", "page datastores"), ("commander", "freeze"),
    ("deputy", "order roll back app"), ("business-lead", "post status page investigating next in 20m"),
    ("commander", "answer leadership no eta"), ("observer", "fire 1"), ("scribe", 'note "hm"'),
)  # fmt: skip


@pytest.fixture(scope="module")
def outage():
    return Library.open().outage("write-stall")


@st.composite
def spoken(draw, outage):
    services = tuple(outage.scenario.organisation.services)
    form = draw(st.sampled_from(GUIDES))
    return FACILITATOR, form.format(
        n=draw(st.integers(1, len(outage.scenario.injects))),
        person=draw(st.sampled_from([p.name for p in outage.scenario.organisation.people.values()])),
        want=draw(st.sampled_from(["news", "eta", "severity", "command"])),
        service=draw(st.sampled_from(services)),
        pull=draw(st.sampled_from(["errors", "slowness", "load"])),
        share=draw(st.integers(0, 60)),
        minutes=draw(st.integers(0, 40)),
        seat=draw(st.sampled_from(TRAINEES)),
        step=draw(st.sampled_from(["question", "direction", "answer"])),
    )


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_whatever_a_facilitator_does_replays_to_the_byte_in_any_steps(outage, data):
    exercise = outage.exercise(data.draw(st.integers(1, 50)))
    for _ in range(data.draw(st.integers(1, 14))):
        seat, text = data.draw(st.one_of(st.sampled_from(TEAM), spoken(outage)))
        exercise.submit(seat, text)
        exercise.tick(exercise.now + data.draw(st.integers(0, 900)))
    recording = exercise.recording
    again = replay(recording, outage.scenario, outage.doctrine, tick=data.draw(st.sampled_from([0, 7, 61])))
    assert again.difference is None
    assert again.exercise.recording.text() == recording.text()


def guided(outage, *lines) -> Exercise:
    exercise = outage.exercise(3)
    for text in lines:
        exercise.submit(FACILITATOR, text)
    return exercise


def test_what_a_facilitator_says_is_read_by_their_table_alone(outage):
    exercise = guided(outage, "fire 1")
    assert exercise.submit(FACILITATOR, "declare P1").status == "unreadable"
    assert exercise.submit("commander", "fire 1").answer.startswith("'fire 1' is not a command.")
    assert "hint" in exercise.submit(FACILITATOR, "help").answer
    assert "whisper" not in exercise.submit("commander", "help").answer


@pytest.mark.parametrize("row", GUIDING, ids=lambda row: row.verb)
@pytest.mark.parametrize("seat", TRAINEES)
def test_no_trainee_guides_whatever_they_type(outage, row, seat):
    """Words that another seat shares with the facilitator mean what they mean there."""
    exercise = outage.exercise(3)
    exercise.submit(seat, row.example)
    guidance = ("inject-", "prompted", "nudged", "whispered", "hint-given")
    kinds = [type(entry.fact).__module__ for entry in exercise.entries]
    assert not [kind for kind in kinds if kind.endswith("fact.guidance")], guidance


@pytest.mark.parametrize("seat", TRAINEES)
def test_a_seat_sees_nothing_of_it_but_what_was_said_to_it(outage, seat):
    exercise = guided(
        outage, "hold 1", "fire 2", "nudge app errors by 10% for 5m", 'whisper deputy saying "Psst"',
        'hint commander question saying "Why now?"', "let go 1", "fire 77",
    )  # fmt: skip
    seen = [entry for entry in exercise.entries if may_see(entry, seat)]
    kinds = {type(entry.fact).__name__ for entry in seen}
    told = {"deputy": {"Whispered"}, "commander": {"HintGiven"}}.get(seat, set())
    hidden = {"InjectFired", "InjectHeld", "InjectLetGo", "Prompted", "Nudged", "Whispered", "HintGiven"}
    assert kinds & hidden == told
    assert not [e for e in seen if getattr(e.fact, "seat", "") == FACILITATOR]
