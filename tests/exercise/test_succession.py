"""Command handed over: whoever has it leads on to the end, and their words are on record like anybody's."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.entry import each
from simulator.domain.fact import (
    Answered,
    Commanded,
    CommandHanded,
    CommandLeft,
    CommandOffered,
    Ended,
    LedOn,
    TaskGiven,
)
from simulator.domain.seats import COMMANDER, RELIEVED
from simulator.domain.succession import led_on
from simulator.exercise import (
    Departure,
    Exercise,
    Recording,
    follow,
    read_recording,
    replay,
    take_turn,
    what_if,
)
from simulator.exercise.players import ByTheBook, play
from simulator.exercise.players.successor import successor
from simulator.exercise.succession import Succession
from tests.plays import shipped

TO_NIAMH = (
    "declare P1", "page datastores", "page niamh", "wait 6m",
    'sitrep "Writes hang on a shard. Raj has a look at the shards."', "hand over to niamh",
)  # fmt: skip
NO_WORD = tuple(text for text in TO_NIAMH if not text.startswith("sitrep"))


def begun(seed=1, led=True):
    """The first outage, with somebody at hand who leads on."""
    scenario, doctrine = shipped()
    exercise = Exercise(scenario, doctrine, seed)
    if led:
        exercise.lead_with(Succession(exercise, successor))
    return exercise


def say(exercise, *texts):
    """Say each from where the one who is trained sits."""
    receipts = [take_turn(exercise, exercise.trainee, text) for text in texts]
    return receipts[-1]


def until_relieved(exercise):
    for _ in range(20):
        if exercise.trainee == COMMANDER:
            say(exercise, "wait 30s")
    return exercise


def handed(seed=1, texts=TO_NIAMH):
    exercise = begun(seed)
    say(exercise, *texts)
    return until_relieved(exercise)


def facts(exercise, kind):
    return [fact for _, fact in each(exercise.entries, kind)]


def words(exercise, seat):
    return [(line.at, line.text) for line in exercise.recording.commands if line.seat == seat]


@pytest.fixture(scope="module")
def led() -> Exercise:
    """Handed over after some minutes, and left."""
    exercise = handed()
    say(exercise, "wait 5m", "end")
    return exercise


# ---- it is led to its end ----


def test_it_is_led_to_its_end(led):
    assert led.over
    assert facts(led, LedOn) == [LedOn("niamh")]
    assert facts(led, Ended) == [Ended("ended by the commander")]
    assert facts(led, CommandLeft) == []


def test_the_words_of_who_leads_are_theirs(led):
    aside = next(at for at, text in words(led, RELIEVED) if text == "step aside")
    own = [text for at, text in words(led, COMMANDER) if at < aside]
    assert own == [*TO_NIAMH, *["wait 30s"] * (len(own) - len(TO_NIAMH))]
    assert len([text for at, text in words(led, COMMANDER) if at >= aside]) > 10
    assert {text for _, text in words(led, RELIEVED)} == {"step aside", "wait 5m", "end"}


def test_one_speaks_from_the_chair_at_a_time(led):
    spoken = [(entry.at, said.takes) for entry, said in each(led.seen(COMMANDER), Commanded)]
    assert all(later >= at + takes for (at, takes), (later, _) in pairwise(spoken))


def test_whoever_handed_over_lies_low_and_hears_what_is_said_to_all(led):
    private = [entry for entry in led.seen(RELIEVED) if entry.seen == COMMANDER]
    assert private == []
    assert any(isinstance(entry.fact, Ended) for entry in led.seen(RELIEVED))


def test_nobody_leads_on_where_no_door_sees_to_it():
    exercise = begun(led=False)
    say(exercise, *TO_NIAMH, "wait 5m", "page traffic")
    assert facts(exercise, CommandHanded) == [CommandHanded("niamh")]
    assert facts(exercise, LedOn) == []
    assert words(exercise, COMMANDER)[-1][1] == "page traffic"


def test_programs_speak_for_whoever_leads():
    exercise = play(begun(led=False), ByTheBook())
    assert facts(exercise, LedOn) == []


def test_without_a_hand_over_nothing_is_otherwise():
    plain, watched = begun(led=False), begun()
    for exercise in (plain, watched):
        say(exercise, *TO_NIAMH[:5], "wait 10m", "wait 3m")
    assert plain.recording.text() == watched.recording.text()


def test_in_a_drill_nobody_leads_on():
    scenario, doctrine = shipped("drills/hand-over")
    assert scenario.drill
    exercise = Exercise(scenario, doctrine, 1)
    exercise.lead_with(Succession(exercise, successor))
    say(exercise, *scenario.drill.model.say, "wait 10m")
    assert exercise.over
    assert facts(exercise, LedOn) == []


def test_what_was_led_in_their_name_before_stays_so():
    """A script speaks for whoever leads; going on with its play takes nobody's chair."""
    exercise = begun(led=False)
    say(exercise, *TO_NIAMH, "wait 5m", "page traffic")
    exercise.lead_with(Succession(exercise, successor))
    say(exercise, "wait 5m", "page support")
    assert facts(exercise, LedOn) == []


# ---- what the successor knows ----


def test_without_a_brief_those_at_work_are_asked_first():
    asked = []
    for texts in (TO_NIAMH, NO_WORD):
        exercise = begun()
        say(exercise, *texts[:4], "investigate db-shards by raj within 20m", *texts[4:])
        until_relieved(exercise)
        since = led_on(exercise.entries)[0].begins.number
        say(exercise, "wait 4m")
        told = [e.fact for e in exercise.entries[since:] if isinstance(e.fact, Answered)]
        asked.append([fact.person for fact in told if fact.topic == "progress"])
        assert any(isinstance(e.fact, TaskGiven) for e in exercise.entries)
    assert asked[0] == []
    assert asked[1] == ["raj"]


# ---- what the relieved may say ----


def test_the_relieved_give_no_orders():
    exercise = handed()
    receipt = say(exercise, "page traffic")
    assert receipt.status == "refused"
    assert receipt.answer.startswith("You have handed command over.")
    assert say(exercise, "note Raj saw it first").status == "done"
    assert say(exercise, "board").status == "done"
    assert say(exercise, "frobnicate").status == "unreadable"
    assert "take command" in say(exercise, "help").answer


def test_command_is_taken_back_when_it_is_handed_back():
    exercise = handed()
    assert say(exercise, "take command").status == "done"
    assert exercise.trainee == RELIEVED
    assert "already" in say(exercise, "take command").answer
    say(exercise, "wait 3m")
    assert exercise.trainee == COMMANDER
    assert facts(exercise, CommandHanded) == [CommandHanded("niamh"), CommandHanded(COMMANDER)]
    said = len(words(exercise, COMMANDER))
    say(exercise, "wait 10m", "page traffic")
    assert [text for _, text in words(exercise, COMMANDER)[said:]] == ["wait 10m", "page traffic"]


def test_it_can_be_handed_over_again():
    exercise = handed()
    say(exercise, "take command", "wait 3m", "sitrep I was called away", "hand over to niamh")
    until_relieved(exercise)
    say(exercise, "end")
    assert [one.ends is None for one in led_on(exercise.entries)] == [False, True]
    assert facts(exercise, Ended) == [Ended("ended by the commander")]


def test_to_ask_for_command_is_the_relieveds():
    exercise = begun()
    say(exercise, "declare P1")
    assert take_turn(exercise, COMMANDER, "step aside").status == "unreadable"
    assert take_turn(exercise, RELIEVED, "step aside").answer == "Nobody has accepted command."
    assert take_turn(exercise, RELIEVED, "take command").answer == "You lead yourself."


# ---- recorded, replayed, resumed, varied ----


def test_a_replay_needs_no_program(led):
    again = replay(led.recording, led.scenario, led.doctrine)
    assert again.difference is None
    assert again.exercise.recording.text() == led.recording.text()


def test_so_does_one_second_by_second(led):
    assert replay(led.recording, led.scenario, led.doctrine, tick=7).difference is None


@settings(max_examples=8, deadline=None)
@given(st.floats(0, 1))
def test_what_was_killed_is_led_on_after_it_is_resumed(led, share):
    text = led.recording.text()
    since = text.index('"hand over to niamh"')
    kept = text[: since + round(share * (len(text) - since))].rpartition("\n")[0] + "\n"
    read = read_recording(kept)
    assert read.recording
    exercise = replay(read.recording, led.scenario, led.doctrine).exercise
    if not exercise.over:
        exercise.lead_with(Succession(exercise, successor))
        if not facts(exercise, CommandOffered):
            say(exercise, TO_NIAMH[-1])
        until_relieved(exercise)
        say(exercise, "end")
    assert facts(exercise, Ended) == [Ended("ended by the commander")]
    assert replay(exercise.recording, led.scenario, led.doctrine).difference is None


def test_to_go_is_nothing_where_nobody_leads_on():
    """A recording that was cut off behind `end` stands there, until somebody leads on."""
    exercise = handed()
    at = exercise.now
    exercise.lead_with(None)
    follow(exercise, exercise.submit(RELIEVED, "end"))
    assert (exercise.over, exercise.now) == (False, at)


@given(st.lists(st.sampled_from([1, 7, 20, 59, 300]), min_size=1, max_size=12))
@settings(max_examples=10, deadline=None)
def test_who_leads_on_says_the_same_whatever_the_steps_of_time(steps):
    def led_for(*waits):
        exercise = handed()
        until = exercise.now + 600
        for seconds in waits:
            exercise.tick(min(until, exercise.now + seconds))
        exercise.tick(until)
        return words(exercise, COMMANDER)

    assert led_for(*steps) == led_for()


def test_what_if_it_had_been_told_otherwise(led):
    """The words of whoever led on are kept like the others, or it is taken over before the hand-over."""
    recording = Recording(led.recording.header, led.recording.commands)
    at = next(line.at for line in recording.commands if line.text.startswith("sitrep"))
    kept = what_if(recording, led.scenario, led.doctrine, Departure(at, ("note it is the shards",)))
    assert kept.over
    assert facts(kept, LedOn) == [LedOn("niamh")]
    taken = what_if(
        recording, led.scenario, led.doctrine, Departure(at, ("note it is mine",), mode="take over")
    )
    assert (taken.over, taken.trainee) == (False, COMMANDER)
    later = led_on(led.entries)[0].begins.at + 60
    watched = what_if(recording, led.scenario, led.doctrine, Departure(later, (), 0, mode="take over"))
    assert watched.trainee == RELIEVED
