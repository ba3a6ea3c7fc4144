"""Own words read as a sentence, made of what is meant by them; an update is told once, where it goes out."""

import pytest

from simulator.domain.prose import Names
from simulator.grammar import Vocabulary, read
from simulator.room.channel import Log
from simulator.room.reads import reads
from simulator.room.voices import Voices

NAMES = Names({"mei": "Mei", "raj": "Raj"})


@pytest.fixture(scope="module")
def meaning(library):
    outage = library.outage("write-stall")
    vocabulary = Vocabulary.of(outage.scenario, outage.doctrine)
    return lambda text: read(text, vocabulary)


@pytest.mark.parametrize(
    ("text", "takes", "said"),
    [
        ("ask mei progress", 0, "Mei, how far are you?"),
        ("ask mei for a theory", 0, "Mei, what do you think it is?"),
        ("ask what changed", 0, "Everybody, what changed lately?"),
        ("ask raj to save the evidence", 0, "Raj, save the evidence, please."),
        ("ask mei what can we quickly try", 0, "Mei, what can we quickly try?"),
        ("ask impact", 0, "Everybody, who is affected, and how badly?"),
        (
            'brief sales investigating affecting send a message next in 15m saying "slow, we are on it"', 65,
            "writing to sales, out in about 1 min",
        ),
        ("post status page monitoring", 150, "writing to the status page, out in about 2 min"),
        ("draft support identified", 60, "drafting an update to support, for approval"),
        ("verify stop the migration by mei", 0, "Mei, watch the effect of 'stop the migration', please."),
        ("declare P1", 0, ""),
        ("note ask mei", 0, ""),
        ("what is this", 0, ""),
    ],
)  # fmt: skip
def test_words_read_as_people_say_them(meaning, text, takes, said):
    assert reads(meaning(text), takes, NAMES) == said


def spoken(room, seat):
    """The lines of people's own words that are told for themselves, as they are read."""
    return [
        (line["by"], line.get("reads", line["text"]))
        for line in room.lines(seat)
        if "said" in line and not line.get("echo")
    ]


def team(room):
    room.sit("a", "Ann", "commander")
    room.sit("b", "Ben", "business-lead")
    room.say("a", "commander", "declare P1")
    room.say("a", "commander", "page datastores")
    room.skip("", 900)


def test_a_question_is_told_as_it_is_asked(room):
    team(room)
    room.say("b", "business-lead", "ask mei impact")
    for seat in ("business-lead", "commander", "observer"):
        assert spoken(room, seat) == [("Ben", "Mei, who is affected, and how badly?")], "all hear it"


def test_what_one_looks_at_or_waits_for_is_nobody_elses_business(room):
    team(room)
    room.say("b", "business-lead", "signals")
    room.say("b", "business-lead", "note to myself")
    assert [line for line in room.lines("commander") if line.get("said") == "business-lead"] == []


def test_the_text_of_an_update_is_told_once_where_it_goes_out(room):
    team(room)
    room.say("b", "business-lead", 'brief support investigating saying "every third payment fails"')
    room.skip("", 120)
    assert spoken(room, "business-lead") == [("Ben", "writing to support, out in about 1 min")]
    read_ = [line.get("reads", line["text"]) for line in room.lines("business-lead") if not line.get("echo")]
    assert sum("every third payment fails" in text for text in read_) == 1


def test_what_is_an_echo_does_not_hang_on_when_it_is_read(room):
    team(room)
    room.say("b", "business-lead", 'brief support investigating saying "every third payment fails"')
    room.lines("business-lead")
    room.skip("", 120)
    again = Log(room.exercise, "business-lead", Voices())
    again.grow()
    sent = [(line["text"], line.get("echo")) for line in room.lines("business-lead") if "said" in line]
    assert [(line["text"], line.get("echo")) for line in again.lines if "said" in line] == sent
