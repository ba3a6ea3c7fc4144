"""Scripts: commands a line each, notes, and moments that are waited for."""

import pytest

from simulator.domain.entry import each, first
from simulator.domain.fact import Joined, Misread, Refused
from simulator.exercise import Exercise
from simulator.exercise.script import PATIENCE, pass_time, run_script
from tests.plays import shipped

TOGETHER = """
    # notes and empty lines say nothing

    declare P1
    page carol
    @joined carol
    assign business lead to carol
    @0:20:00 signals
"""


@pytest.fixture
def exercise():
    return Exercise(*shipped(), seed=6)


def test_each_line_is_a_turn_and_moments_are_waited_for(exercise):
    assert run_script(exercise, TOGETHER) == ()
    (joined,) = (entry for entry, fact in each(exercise.entries, Joined) if fact.person == "carol")
    said = {line.text: line.at for line in exercise.recording.commands}
    assert list(said) == ["declare P1", "page carol", "assign business lead to carol", "signals"]
    assert said["page carol"] > 0
    assert said["assign business lead to carol"] == joined.at + 1
    assert said["signals"] == 20 * 60


def test_what_has_happened_is_not_waited_for(exercise):
    run_script(exercise, TOGETHER)
    now = exercise.now
    assert pass_time(exercise, "@joined carol") == ("", "")
    assert exercise.now == now


def test_what_the_seat_cannot_see_does_not_count(exercise):
    assert run_script(exercise, "@cause-drawn") != ()


def test_what_does_not_happen_is_given_up_and_told_with_its_line(exercise):
    (stray,) = run_script(exercise, "declare P1\n@joined nobody")
    assert str(stray) == "line 2: '@joined nobody': it did not happen"
    assert PATIENCE < exercise.now < PATIENCE + 60


@pytest.mark.parametrize("line", ["@", "@teatime", "@12"])
def test_a_moment_that_is_none_is_told(exercise, line):
    (stray,) = run_script(exercise, line)
    assert stray.line == 1
    assert "is no time and no kind of entry" in stray.why
    assert exercise.now == 0


def test_words_that_were_not_understood_or_not_possible_are_told(exercise):
    strays = run_script(exercise, "flurb\nverify roll back app\nend\nmore")
    assert [stray.line for stray in strays] == [1, 2]
    assert first(exercise.entries, Misread)
    assert first(exercise.entries, Refused)


def test_nothing_is_said_after_the_end(exercise):
    assert run_script(exercise, "wait 9h\nsignals") == ()
    assert [line.text for line in exercise.recording.commands] == ["wait 9h"]
