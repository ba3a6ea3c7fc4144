"""At a terminal after a hand-over: one looks on, may have command back, or goes."""

import re

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

from simulator.domain.entry import each
from simulator.domain.fact import CommandLeft, Ended, LedOn
from simulator.exercise.pace import Clock
from simulator.terminal.completing import Completing
from simulator.terminal.front import Front
from simulator.terminal.plain import play_script
from simulator.terminal.seat import Seat

WORDS = (
    "declare P1",
    "page niamh",
    "wait 6m",
    "sitrep writes hang on a shard",
    "hand over to niamh",
    "wait 2m",
)


@pytest.fixture
def seat(library, screen):
    """Somebody who has just handed over to Niamh."""
    sitting = Seat(library.outage("write-stall").exercise(1), screen, led_on=True)
    for words in WORDS:
        sitting.say(words)
    return sitting


def test_they_are_told_that_they_are_relieved_and_what_they_can_do(seat, lines):
    told = " ".join(" ".join(lines).split())
    assert "Niamh leads on from here." in told
    assert "You are relieved. It goes on before your eyes" in told
    assert re.fullmatch(r" 0:\d\d:\d\d \(relieved\) > ", seat.prompt)


def test_what_is_done_goes_on_before_their_eyes(seat, lines):
    lines.clear()
    seat.say("wait 10m")
    told = "\n".join(lines)
    assert "Niamh updates the status page" in told
    assert "You " not in told
    assert "You say" not in told


def test_an_order_is_refused_with_the_way_back(seat, lines):
    lines.clear()
    seat.say("page traffic")
    told = " ".join(" ".join(lines).split())
    assert told.startswith("not possible: You have handed command over.")
    assert "take command" in told


def test_help_and_completion_are_theirs(seat, lines):
    lines.clear()
    seat.say("help")
    assert any("take command" in line for line in lines)
    assert not any("hand over" in line for line in lines)
    offers = {
        one.text.strip() for one in Completing(seat.exercise).get_completions(Document("ta"), CompleteEvent())
    }
    assert offers == {"take command"}


def test_views_and_status_are_from_where_they_sit(seat, lines):
    lines.clear()
    seat.say("board")
    assert any("Niamh" in line for line in lines)
    assert "Niamh" in seat.status[1]


def test_command_comes_back(seat, lines):
    seat.say("take command")
    seat.say("wait 3m")
    assert "(relieved)" not in seat.prompt
    assert any("You are now in command." in line for line in lines)
    lines.clear()
    seat.say("page traffic")
    assert any("is paged" in line for line in lines)


def test_who_goes_leaves_it_to_be_led_to_its_end(seat, lines):
    lines.clear()
    seat.say("end")
    assert lines[0].strip() == "You go. It is led to its end without you; all of it is in the debrief."
    assert "The exercise ends: ended by the commander." in lines[-1]
    assert len(lines) <= 4
    assert seat.over
    assert [fact.why for _, fact in each(seat.exercise.entries, Ended)] == ["ended by the commander"]
    assert [*each(seat.exercise.entries, CommandLeft)] == []


# ---- a script ----


@pytest.fixture
def scripted(library, screen):
    return Seat(library.outage("write-stall").exercise(1), screen)


def test_a_script_speaks_for_whoever_leads(scripted):
    play_script(scripted, [*WORDS, "page traffic"])
    scripted.lead_on()
    assert [*each(scripted.exercise.entries, LedOn)] == []
    assert not scripted.over


def test_a_script_may_say_itself_that_it_looks_on(scripted, lines):
    play_script(scripted, [*WORDS[:4], "step aside"])
    assert not scripted.relieved  # nobody has been offered command yet
    play_script(scripted, [*WORDS[4:], "step aside", "wait 10m", "page traffic"])
    assert scripted.relieved
    told = "\n".join(lines)
    assert "Niamh updates the status page" in told
    assert "You have handed command over." in " ".join(told.split())


@pytest.mark.parametrize("words", [WORDS, WORDS[:-1], [*WORDS, "wait 10m"]])
def test_when_it_has_no_more_words_they_lead_on(scripted, words):
    play_script(scripted, words)
    scripted.lead_on()
    assert [fact for _, fact in each(scripted.exercise.entries, LedOn)] == [LedOn("niamh")]
    assert [fact.why for _, fact in each(scripted.exercise.entries, Ended)] == ["ended by the commander"]


def test_a_script_that_handed_nothing_over_is_left_where_it_ends(scripted):
    play_script(scripted, WORDS[:3])
    at = scripted.exercise.now
    scripted.lead_on()
    assert scripted.exercise.now == at


def test_only_a_person_is_relieved(monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    assert not Front(script=["wait"]).someone


# ---- a clock that runs ----


def test_with_a_running_clock_they_lead_on_as_time_goes(library, screen, lines):
    wall = [0.0]
    sitting = Seat(library.outage("write-stall").exercise(1), screen, speed=10, led_on=True)
    sitting.clock = Clock(10, 0, lambda: round(wall[0] * 1e9))
    for second, words in (
        (0, "declare P1"),
        (3, "page niamh"),
        (40, "hand over to niamh"),
        (90, "page traffic"),
    ):
        wall[0] = second
        sitting.tick()
        sitting.say(words)
    assert "(relieved)" in sitting.prompt
    assert any("Niamh leads on from here." in line for line in lines)
    sitting.say("end")
    wall[0] = 91
    sitting.tick()
    assert sitting.over


def test_a_play_that_is_led_on_is_led_on_when_it_is_gone_on_with(library, screen):
    exercise = library.outage("write-stall").exercise(1)
    play_script(Seat(exercise, screen, led_on=True), WORDS)
    exercise.lead_with(None)
    again = Seat(exercise, screen)
    play_script(again, ["wait 10m", "end"])
    assert again.over
