"""The seat: words in, lines out, whichever front."""

import pytest

from simulator.exercise.pace import Clock
from simulator.library import Journal
from simulator.terminal.seat import Seat


@pytest.fixture
def seat(exercise, screen) -> Seat:
    return Seat(exercise, screen)


@pytest.fixture
def wall() -> list[float]:
    """The time on the wall."""
    return [0.0]


@pytest.fixture
def running(exercise, screen, wall) -> Seat:
    """A seat with a clock that runs ten times as fast as the wall's."""
    seat = Seat(exercise, screen, speed=10)
    seat.clock = Clock(10, 0, lambda: round(wall[0] * 1e9))
    return seat


def test_what_is_said_takes_time_and_is_answered(seat, lines):
    seat.say("declare high")
    assert lines == [" 0:00:00   You declare the incident at high and take command."]
    assert seat.prompt == " 0:00:20 > "


def test_what_could_not_be_read_is_asked_again_once(seat, lines):
    seat.say("delcare high")
    assert lines == ["  ? 'delcare high' is not a command. Did you mean: declare?"]


def test_the_runbook_of_a_change_is_its_own_page(seat, lines):
    seat.say("help fail over db")
    page = lines[:]
    lines.clear()
    seat.say("runbook fail over db")
    assert lines == page
    assert lines[0].startswith("  fail over db: a change in the runbook")
    lines.clear()
    seat.say("runbook nonsense")
    assert lines[0].startswith("  ? ")


def test_what_is_not_possible_is_told_with_its_reason(seat, lines):
    seat.say("ask ada what changed")
    assert len(lines) == 1
    assert lines[0].startswith("  not possible: ")


def test_a_wait_without_news_says_so(seat, lines):
    seat.say("wait 10s")
    assert lines == [" 0:00:10   Nothing new."]


def test_a_wait_says_what_fell_due_while_it_passed(seat, lines):
    seat.say("declare high")
    seat.say("post status page investigating affecting buy next in 5m")
    lines.clear()
    seat.say("wait 7m")
    due = [line for line in lines if "fell due" in line]
    assert due == [" 0:08:25 ! status page fell due at 0:06:20, as you promised."]
    lines.clear()
    seat.say("wait 10s")
    assert not any("fell due" in line for line in lines)


def test_a_wait_ends_while_what_is_due_can_still_be_written_and_says_so_once(seat, lines):
    seat.say("declare high")
    seat.say("post status page investigating affecting buy next in 5m")
    promised = seat.exercise.board().promised["status page"]
    while seat.exercise.now < promised - 180:
        seat.say("wait")
    assert seat.exercise.now == promised - 180
    assert lines[-1] == " 0:03:20 ! status page falls due at 0:06:20, as you promised."
    lines.clear()
    seat.say("wait 10s")
    assert lines == [" 0:03:30   Nothing new."]


def test_a_higher_severity_makes_nothing_fall_due_in_the_past(seat, lines):
    for words in ("declare low", "wait 40m"):
        seat.say(words)
    lines.clear()
    seat.say("severity high because it grows")
    assert not any("fell due" in line for line in lines)


def test_what_fell_due_during_other_work_is_told_after_it_and_once(seat, lines):
    seat.say("declare high")
    seat.say("post status page investigating affecting buy next in 5m")
    seat.say("wait 4m")
    lines.clear()
    seat.say("brief support investigating affecting buy next in 30m")
    assert lines[-1] == " 0:06:32 ! status page fell due at 0:06:20, as you promised."
    lines.clear()
    for words in ("wait 10s", "ask impact", "wait 10s"):
        seat.say(words)
    assert not any("status page fell due" in line for line in lines)


def test_work_of_ones_own_is_told_when_nothing_else_is(seat, lines):
    for words in ("declare high", "page data", "wait 10m"):
        seat.say(words)
    lines.clear()
    seat.say("ask impact")
    assert [line[11:] for line in lines] == ["You ask everybody on the call how bad it is (26 s)."]


def test_an_update_written_by_hand_is_out_before_the_next_word(seat, lines):
    seat.say("declare high")
    lines.clear()
    seat.say("post status page investigating affecting buy")
    assert lines == [" 0:01:20   You update the status page: investigating, 'buy' affected."]


def test_a_narrowed_look_says_so_in_its_heading(seat, lines):
    seat.say("runbook for db time")
    assert lines[0] == "  Runbook for db time at 0:00:00"
    lines.clear()
    seat.say("runbook")
    assert lines[0] == "  Runbook at 0:00:05"
    assert lines[-1].endswith("shows only what helps there, and what it does.")


@pytest.mark.parametrize("text", ["", "   ", "\t"])
def test_an_empty_line_is_nothing(seat, lines, text):
    seat.say(text)
    assert (lines, seat.exercise.recording.commands) == ([], ())


def test_help_is_answered_here_and_never_recorded(seat, lines):
    seat.say("help order")
    assert lines[0].startswith("  order CHANGE")
    assert seat.exercise.recording.commands == ()


def test_help_begins_with_ten_words_and_has_all_of_them_when_asked(seat, lines):
    seat.say("help")
    assert len(lines) <= 14
    assert max(len(line) for line in lines) <= 80
    assert "  help all shows every command" in lines[-1]
    lines.clear()
    seat.say("help all")
    assert len(lines) > 40
    assert any("workstream open" in line for line in lines)


@pytest.fixture
def sitting(exercise, screen) -> Seat:
    """A seat at a keyboard, where somebody can be asked."""
    return Seat(exercise, screen, asks=True)


@pytest.mark.parametrize("answer", ["n", "", "no"])
def test_to_end_in_mid_outage_is_asked_once(sitting, lines, answer):
    sitting.say("declare high")
    sitting.say("end")
    assert lines[-1].endswith("End all the same? (y/N)")
    sitting.say(answer)
    assert not sitting.over
    assert lines[-1] == "  It goes on."
    assert [line.text for line in sitting.exercise.recording.commands] == ["declare high"]


@pytest.mark.parametrize("answer", ["y", "yes", "end"])
def test_it_ends_when_that_is_meant(sitting, answer):
    sitting.say("end")
    sitting.say(answer)
    assert sitting.over


def test_other_words_are_an_answer_too(sitting):
    sitting.say("end")
    sitting.say("declare high")
    assert [line.text for line in sitting.exercise.recording.commands] == ["declare high"]


def test_nobody_is_asked_when_it_is_resolved(sitting):
    for words in ("declare high", "mitigated", "resolve", "end"):
        sitting.say(words)
    assert sitting.over


def test_a_script_is_not_asked(seat):
    seat.say("end")
    assert seat.over


def test_a_view_is_shown_under_its_name_and_time(seat, lines):
    seat.say("runbook")
    assert lines[0] == "  Runbook at 0:00:00"
    assert any("fail over db" in line for line in lines)


@pytest.mark.parametrize("text", ["pause", "go"])
def test_in_turns_there_is_no_clock_to_stop(seat, lines, text):
    seat.say(text)
    assert "pace 10x" in lines[0]
    assert seat.exercise.recording.commands == ()


def test_a_running_clock_brings_what_happens(running, lines, wall):
    running.say("declare high")
    running.say("page data")
    wall[0] = 120
    running.tick()
    assert running.exercise.now == 1200
    assert any("joins the call" in line for line in lines)


def test_words_to_a_busy_commander_are_said_when_there_is_time(running, lines, wall):
    running.say("declare high")
    running.say("page data")
    assert lines[-1] == "  You are still busy; it is said at 0:00:20."
    wall[0] = 3
    running.tick()
    assert " 0:00:20 > page data" in lines


def test_help_is_there_for_the_busy_too(running, lines):
    running.say("declare high")
    running.say("help page")
    assert any(line.startswith("  page WHO") for line in lines)


def test_a_clock_stops_and_goes_on(running, lines, wall):
    running.say("pause")
    wall[0] = 100
    running.tick()
    assert running.exercise.now == 0
    assert "PAUSED" in running.status[0]
    running.say("go")
    wall[0] = 101
    running.tick()
    assert running.exercise.now == 10


def test_a_wait_skips_ahead_of_a_running_clock(running, wall):
    running.say("wait 5m")
    assert running.exercise.now == 300
    wall[0] = 1
    running.tick()
    assert running.exercise.now == 310


@pytest.mark.parametrize("words", ["skip", "wait until news for up to 2h"])
def test_so_does_skipping_what_is_quiet(running, wall, words):
    running.say(words)
    reached = running.exercise.now
    assert reached > 0
    wall[0] = 1
    running.tick()
    assert running.exercise.now == reached + 10


def test_the_pace_can_be_changed_while_playing(seat, lines):
    seat.say("pace 30x")
    assert seat.clock
    assert seat.clock.speed == 30
    seat.say("pace turns")
    assert seat.clock is None
    assert lines == [
        "  Time runs, at 30x. pause stops it.",
        "  Time stands still while you think, from now on.",
    ]


def test_a_recording_that_cannot_be_written_is_told_once_and_when_it_is_over(
    exercise, screen, lines, tmp_path
):
    journal = Journal.begin(tmp_path / "a.jsonl")
    seat = Seat(exercise, screen, journal)
    for trouble in ("no space left on device", "no space left on device", ""):
        journal.trouble = trouble
        seat.say("note a")
    assert (
        len([line for line in lines if line.startswith("! The recording cannot be written: no space")]) == 1
    )
    assert "! The recording is written again, nothing is missing." in lines
    journal.close()


def test_a_play_is_recounted_without_ones_own_words(seat, lines):
    for text in ("declare high", "foo", "board", "page data", "wait 10m"):
        seat.say(text)
    lines.clear()
    seat.recount(3)
    assert len([line for line in lines if line[:8].strip()]) == 3
    assert not any("foo" in line or "Board" in line for line in lines)


def test_talk_that_was_meant_to_act_is_answered_with_how_to_say_it(seat, lines):
    """Nobody simulated hears talk: a play went on while somebody thought that they had stopped a change."""
    seat.say("say ada please look into web")
    told = " ".join(" ".join(lines).split())
    assert told.endswith("Ada Moss hears no talk. To have it done, leave out say: ada please look into web")
    lines.clear()
    seat.say("say on it, back in five")
    assert not any("hears no talk" in line for line in lines)
