"""The debrief of a play that somebody else led on: who led when, and whose claims and lines are whose."""

import pytest

from simulator.debrief.story import moments_of
from simulator.debrief.verdict import reason_of
from simulator.domain.value import replace
from simulator.scoring.score import score

BEGUN = """
0:00:00 impact-changed failing=9000 arriving=9000 seen=truth
0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
0:03:00 declared severity=P1 commander=commander
0:04:00 joined person=ana
0:05:00 posted audience="status page" state=investigating scope="send a message" next_in=20m
0:06:00 sitrep-given text="Ana takes it from here."
0:08:00 command-handed person=ana
0:08:30 led-on person=ana
0:20:00 posted audience="status page" state=identified cause="aliens" next_in=20m
0:40:00 called-mitigated
"""
END = """
1:00:00 impact-changed failing=0 arriving=9000 seen=truth
1:30:00 ended why="ended by the commander"
"""
PASSED_ON = "0:50:00 command-handed person=grace\n"
BACK = '0:55:00 command-handed person=commander\n0:58:00 noted text="mine again"\n'
OF_ALL = " Marks are for what you led; customers and their minutes are of all of it."


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("", "Ana led from 0:08:30 on."),
        (PASSED_ON, "Ana and Grace led from 0:08:30 on."),
        (BACK, "Ana led from 0:08:30 to 0:55:00."),
    ],
)
def test_it_says_who_led(told, more, says):
    assert told(BEGUN + more + END).verdict.happened.endswith(f" {says}{OF_ALL}")


def test_of_a_play_that_one_led_it_says_nothing(told):
    assert "led from" not in told(BEGUN.replace("0:08:30 led-on person=ana\n", "") + END).verdict.happened


def test_the_story_has_both_moments(case):
    moments = [(moment.name, moment.at) for moment in moments_of(case(BEGUN + BACK + END))]
    assert ("handed over", 510) in moments
    assert ("taken back", 3300) in moments


def test_each_line_is_told_by_whoever_said_it(told):
    said = {line.clock: line.text for line in told(BEGUN + BACK + END).lines}
    assert said["0:05:00"].startswith("You update the status page")
    assert said["0:20:00"].startswith("Ana updates the status page")
    assert said["0:40:00"].startswith("Ana calls it mitigated")
    assert said["0:55:00"] == "You are now in command."


def test_what_somebody_else_claimed_is_not_held_against_one(told):
    found = told(BEGUN + END)
    assert [telling.clock for telling in found.tellings] == ["0:05:00"]
    assert [bar.name for bar in found.outcome.bars if bar.yours] == ["you and others"]
    assert found.cards == ()


def test_why_there_is_no_pass_is_its_reason(case):
    it = case(BEGUN + END)
    card = replace(score(it), grade=None, withheld="Too little was led.")
    assert reason_of(card, it.doctrine).startswith("Too little was led. Not scored: ")
